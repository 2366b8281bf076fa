#!/usr/bin/python3
"""Takes the README's picture of the real window: screenshot.py GRADUS PICTURE, under tests/ui/headless.

The window opens on the flower, trains for 3000 epochs, and is shown as it was at epoch 1000.
"""
import subprocess
import sys
import time

from atspi_driver import App

LAST, SHOWN = 3000, 1000


def main():
    program, picture = sys.argv[1:]
    window = subprocess.Popen([program])
    try:
        app = App('gradus', timeout=30)
        app.action('win.train')
        app.wait(lambda: epoch(app) >= LAST, what='epoch %d' % LAST)
        app.action('win.train')            # the same button, by now named Pause
        app.set_value('slider', 'Shown epoch', SHOWN)
        time.sleep(1)                      # for the last frame to be drawn
        number = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(window.pid)],
                                check=True, capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(['import', '-window', number, '-strip', picture], check=True)
    finally:
        window.terminate()
        window.wait()


def epoch(app):
    digits = [c for c in app.read('label', 'Epoch *') if c.isdigit()]
    return int(''.join(digits) or 0)


if __name__ == '__main__':
    main()
