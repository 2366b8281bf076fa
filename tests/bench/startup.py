#!/usr/bin/python3
"""How long the window takes to appear: startup.py GRADUS N, under tests/ui/headless, prints two
times in seconds from the program's start, N times: "FRAME WHOLE".

A row of pixels across the middle of the screen is looked at. A window that is there but not drawn
is of one colour; the first frame has more; the window is whole when nothing changes any more. One
start before is not counted, so that the files are in memory.
"""
import ctypes
import os
import subprocess
import sys
import tempfile
import time

TIMEOUT = 60
QUIET = 0.5     # seconds without a change


class XImage(ctypes.Structure):
    """As far as it is needed: Xlib.h has more behind."""
    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int),
                ('format', ctypes.c_int), ('data', ctypes.c_void_p), ('byte_order', ctypes.c_int),
                ('bitmap_unit', ctypes.c_int), ('bitmap_bit_order', ctypes.c_int),
                ('bitmap_pad', ctypes.c_int), ('depth', ctypes.c_int),
                ('bytes_per_line', ctypes.c_int)]


class Screen:
    def __init__(self):
        self.x = ctypes.CDLL('libX11.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(XImage)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.width, self.height = (ask(self.display, 0)
                                   for ask in (self.x.XDisplayWidth, self.x.XDisplayHeight))

    def read_row(self):
        image = self.x.XGetImage(self.display, self.root, 0, self.height // 2, self.width, 1,
                                 ctypes.c_ulong(-1), 2)     # all planes, as a ZPixmap
        row = ctypes.string_at(image.contents.data, image.contents.bytes_per_line)
        self.x.XFree(ctypes.c_void_p(image.contents.data))
        self.x.XFree(image)
        return row


def has_colours(row):
    return row[4:] != row[:-4]


def watch(screen, window, start):
    """When the first frame came, and the last change."""
    first = last = None
    row = screen.read_row()
    while last is None or time.perf_counter() - start < last + QUIET:
        now, before, row = time.perf_counter() - start, row, screen.read_row()
        if row != before and has_colours(row):
            first, last = first or now, now
        if window.poll() is not None or now > TIMEOUT:
            sys.exit('no window came')
        time.sleep(0.001)
    return first, last


def start_once(screen, program, env):
    empty = screen.read_row()
    start = time.perf_counter()
    window = subprocess.Popen([program], env=env, stderr=subprocess.DEVNULL)
    try:
        return watch(screen, window, start)
    finally:
        window.terminate()
        window.wait()
        while screen.read_row() != empty:
            time.sleep(0.01)


def main():
    screen = Screen()
    with tempfile.TemporaryDirectory(prefix='gradus-startup-') as config:
        env = dict(os.environ, XDG_CONFIG_HOME=config)
        for i in range(1 + int(sys.argv[2])):
            first, whole = start_once(screen, sys.argv[1], env)
            if i > 0:
                print(first, whole)


if __name__ == '__main__':
    main()
