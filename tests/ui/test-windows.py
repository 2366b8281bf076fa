#!/usr/bin/python3
"""Whether windows come, go, fit and look as they should: test-windows.py GRADUS GRADUS_CLI."""
import itertools
import pathlib
import subprocess

from gi.repository import GLib

import stage
from atspi_driver import do_action, extents, text_of
from stage import Gradus, equal, must


def epoch_of(window, top):
    return int(text_of(window.app.find('label', 'Epoch *', within=top)).split()[1])


def two_windows(window):
    """The window that was there, and a new one."""
    first = window.app.windows()[0]
    window.app.menu('Main menu', 'New Window')
    window.until(lambda: len(window.app.windows()) == 2, 'a second window')
    return first, next(top for top in window.app.windows() if top.path != first.path)


def train(window, top):
    must('win.train', do_action(top, 'win.train'))
    window.until(lambda: epoch_of(window, top) > 10, 'training')


def windows_train_apart():
    with Gradus() as window:
        first, second = two_windows(window)
        train(window, second)
        equal('the first', epoch_of(window, first), 0)
        train(window, first)
        do_action(second, 'win.reset')
        window.until(lambda: epoch_of(window, second) == 0, 'the second at its start')
        epoch = epoch_of(window, first)
        window.until(lambda: epoch_of(window, first) > epoch, 'the first goes on')


def one_closes_while_it_trains():
    with Gradus() as window:
        first, second = two_windows(window)
        train(window, first)
        train(window, second)
        do_action(second, 'window.close')
        window.until(lambda: len(window.app.windows()) == 1, 'one window')
        epoch = epoch_of(window, first)
        window.until(lambda: epoch_of(window, first) > epoch + 50, 'the first goes on')
        window.pause()
        window.rests(1)                    # all is paused or closed


def quits_while_it_trains():
    with Gradus() as window:
        first, second = two_windows(window)
        train(window, first)
        train(window, second)
        window.key('ctrl+q')
        window.wait_for_end()


def closes_while_it_makes_a_run():
    with Gradus() as window:
        window.set('slider', 'Speed', 1)
        window.press('Train')
        window.set('spin button', 'Examples', 1000000)
        try:
            do_action(window.app.windows()[0], 'window.close')
        except GLib.Error:
            pass                       # it was gone before it could answer
        window.wait_for_end()


def a_second_start_opens_a_window():
    path = stage.new_file('flowers.csv', stage.FLOWERS)
    with Gradus() as window:
        done = subprocess.run([stage.PROGRAM, path], capture_output=True, text=True,
                              timeout=stage.LIMIT, check=False)
        equal('the second start', (done.returncode, done.stdout, done.stderr), (0, '', ''))
        window.until(lambda: len(window.app.windows()) == 2, 'its window')
        window.until(lambda: window.says('flowers.csv ·*'), 'its file')


def resize(window, width, height):
    number = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Gradus$'],
                            check=True, capture_output=True, text=True).stdout.split()[-1]
    subprocess.run(['xdotool', 'windowsize', number, str(width), str(height)], check=True)
    found = lambda: subprocess.run(['xdotool', 'getwindowgeometry', number], check=True,
                                   capture_output=True, text=True).stdout.split()[-1]
    window.until(lambda: found() == '%dx%d' % (width, height), '%d × %d' % (width, height))
    top = window.app.windows()[0]
    window.until(lambda: extents(top)[2] <= width and extents(top)[3] <= height, 'its content')


def overlaps(a, b):
    return (a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3]
            and b[1] < a[1] + a[3])


def check_fit(window):
    top = window.app.windows()[0]
    width, height = extents(top)[2:]
    names = [('button', name) for name in ('Side bar', 'Train', 'Step', 'Reset', 'Main menu',
                                           'Close', 'Live')]
    if width > 800:
        names += [('button', 'Open'), ('button', 'Export')]
    else:                                  # there they are in the menu alone
        window.app.press('button', 'Main menu')
        window.until(lambda: {'Open…', 'Export…'} <= {
            item.get_name() for item in window.app.find_all('menu item')}, 'Open and Export')
        window.key('Escape')
    names += [('slider', 'Speed'), ('slider', 'Shown epoch'), ('label', 'Epoch *'),
              ('label', 'Cost *'), ('label', 'Accuracy *'), ('image', 'Decision boundary'),
              ('image', 'Cost curve')]
    places = {name: extents(window.find(role, name)) for role, name in names}
    for name, (x, y, w, h) in places.items():
        must('%s is within %d × %d' % (name, width, height),
             w > 0 and h > 0 and x >= 0 and y >= 0 and x + w <= width and y + h <= height,
             (x, y, w, h))
    for a, b in itertools.combinations(places, 2):
        must('%s and %s are apart' % (a, b), not overlaps(places[a], places[b]), places[a],
             places[b])
    for name in ('Decision boundary', 'Cost curve'):
        must('%s can be seen' % name, min(places[name][2:]) >= 100, places[name])


def fits_small_screens():
    with Gradus() as window:
        window.press('Train')
        window.until(lambda: window.epoch() > 200, 'epoch 200')
        window.pause()
        resize(window, 800, 600)
        check_fit(window)
        window.set('slider', 'Held out %', 20)
        window.set('spin button', 'Hidden layers', 2)
        window.set('spin button', 'Hidden units', 16)
        window.until(lambda: window.says('* 2–16–16–1 *') and window.says('Held out: *'), 'the run')
        window.press('Step')
        check_fit(window)
        window.press('Side bar')
        window.until(lambda: extents(window.find('image', 'Decision boundary'))[0] < 100,
                     'no side bar')
        check_fit(window)


def the_curve_keeps_its_numbers():
    """Without hidden units the boundary has more height, and must not take the curve's width."""
    with Gradus() as window:
        resize(window, 800, 600)
        window.set('spin button', 'Hidden layers', 0)
        window.until(lambda: window.says('* logistic regression'), 'the run')
        check_fit(window)
        curve = extents(window.find('image', 'Cost curve'))
        must('the curve is wide enough for numbers', curve[2] >= 200, curve)


def fits_large_screens():
    with Gradus() as window:
        for width, height in ((1360, 850), (1900, 1060)):
            resize(window, width, height)
            window.step(1)
            check_fit(window)


def brightness(path):
    return float(subprocess.run(['convert', path, '-colorspace', 'gray', '-format', '%[fx:mean]',
                                 'info:'], check=True, capture_output=True, text=True).stdout)


def dark_is_dark():
    means = {}
    for theme in ('Adwaita', 'Adwaita:dark'):
        with Gradus(GTK_THEME=theme) as window:
            window.step(1)
            window.until(lambda: 'after 1 epoch' in window.description('Cost curve'), 'the curve')
            means[theme] = [brightness(window.shot(window.find(role, name))) for role, name in (
                ('image', 'Cost curve'), ('image', 'Hidden units'), ('frame', 'Gradus'))]
    must('light', min(means['Adwaita']) > 0.75, means)
    must('dark', max(means['Adwaita:dark']) < 0.35, means)


def other_looks():
    """In each of them it has to start, train, draw, and say nothing."""
    for environment in ({'GTK_THEME': 'Default-hc'}, {'GTK_THEME': 'Default-hc-dark'},
                        {'GTK_DEBUG': 'invert-text-dir'}, {'GDK_SCALE': '2'},
                        {'LC_ALL': 'C', 'LANGUAGE': 'de'}):
        with Gradus(**environment) as window:
            window.press('Init scale 1')
            window.until(lambda: window.is_down('Init scale 1'), 'its button')
            window.press('Train')
            window.until(lambda: window.epoch() > 100, 'training in %s' % environment)
            window.pause()


def headings_grow_with_the_letters():
    settings = stage.new_file('settings.ini', '[Settings]\ngtk-font-name=Cantarell 18\n')
    folder = pathlib.Path(settings).parent / 'gtk-4.0'
    folder.mkdir()
    pathlib.Path(settings).rename(folder / 'settings.ini')
    with Gradus(XDG_CONFIG_HOME=str(folder.parent)) as window:
        heading, value = (extents(window.find('label', name))[3]
                          for name in ('Network', 'Cost *'))
        must('a heading is nearly as high as a chip', heading >= value - 4 > 20, heading, value)


stage.run({
    'each window trains by itself': windows_train_apart,
    'a window that is closed trains no longer': one_closes_while_it_trains,
    'the program can be quit while it trains': quits_while_it_trains,
    'a window can be closed while it makes a run': closes_while_it_makes_a_run,
    'a second start opens its file in a window of the first': a_second_start_opens_a_window,
    'at 800 × 600 all is there, and apart': fits_small_screens,
    'without hidden units the curve keeps its numbers there': the_curve_keeps_its_numbers,
    'so it is on larger screens': fits_large_screens,
    'headings grow with the letters': headings_grow_with_the_letters,
    'a dark theme darkens window and plots': dark_is_dark,
    'high contrast, right to left and scale 2 work without a word': other_looks,
})
