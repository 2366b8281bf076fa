#!/usr/bin/python3
"""Takes the README's picture: screenshot.py GRADUS PICTURE, under tests/ui/headless.

The real window opens on the flower, trains for 3000 epochs, and is shown as it was at epoch 1000.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from atspi_driver import App

LAST, SHOWN = 3000, 1000


def epoch(app):
    digits = [c for c in app.read('label', 'Epoch *') if c.isdigit()]
    return int(''.join(digits) or 0)


def take(program, picture, config):
    # Without a desktop's settings GTK would take another font than people see.
    settings = pathlib.Path(config, 'gtk-4.0', 'settings.ini')
    settings.parent.mkdir()
    settings.write_text('[Settings]\ngtk-font-name=Cantarell 11\n', encoding='utf-8')
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)   # or a plot answers to it
    window = subprocess.Popen([program], env=dict(os.environ, XDG_CONFIG_HOME=config))
    try:
        app = App('gradus', timeout=30)
        app.action('win.train')
        app.wait(lambda: epoch(app) >= LAST, what='epoch %d' % LAST)
        app.action('win.train')
        app.set_value('slider', 'Shown epoch', SHOWN)
        time.sleep(1)                      # for the last frame to be drawn
        number = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(window.pid)],
                                check=True, capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(['import', '-window', number, '-strip', picture], check=True)
    finally:
        window.terminate()
        window.wait()


if __name__ == '__main__':
    with tempfile.TemporaryDirectory(prefix='gradus-screenshot-') as folder:
        take(sys.argv[1], sys.argv[2], folder)
