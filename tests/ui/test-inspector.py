#!/usr/bin/python3
"""Whether panels open, grow, get windows of their own and go: test-inspector.py GRADUS GRADUS_CLI."""
import subprocess

import stage
from atspi_driver import do_action, extents, text_of
from stage import Gradus, equal, must

BY_ITSELF = 'Decision boundary, by itself'


def has_panel(window):
    return bool(window.app.find_all('button', 'Close panel'))


def has_plots(window):
    return bool(window.app.find_all('image', 'Decision boundary'))


def open_panel(window):
    window.app.action('win.inspector')
    window.until(lambda: has_panel(window), 'the panel')


def open_plot(window):
    open_panel(window)
    window.app.press('toggle button', 'Plots')
    window.until(lambda: window.app.find_all('image', BY_ITSELF), 'a plot by itself')


def opens_and_closes():
    with Gradus() as window:
        must('a panel at the start', not has_panel(window))
        for name in ('Inspect', 'Inspect', 'Inspect', 'Close panel'):
            was_open = has_panel(window)
            window.app.press('button', name)
            window.until(lambda: has_panel(window) != was_open, name)  # noqa: B023
        window.key('ctrl+i')
        window.until(lambda: has_panel(window), 'the panel')
        must('the plots beside it', has_plots(window))


def grows():
    with Gradus() as window:
        open_plot(window)
        before = extents(window.app.find('image', BY_ITSELF))[3]
        window.app.press('button', 'Enlarge panel')
        window.until(lambda: not has_plots(window), 'the plots to make room')
        window.until(lambda: extents(window.app.find('image', BY_ITSELF))[3] > before, 'a larger one')
        window.key('ctrl+i')
        window.until(lambda: has_plots(window), 'the plots')
        must('no panel', not has_panel(window))


def gets_a_window_of_its_own():
    with Gradus() as window:
        main = window.app.windows()[0]
        open_plot(window)
        window.app.press('button', 'Detach panel')
        window.until(lambda: len(window.app.windows()) == 2, 'a window of its own')
        window.until(lambda: not window.app.find_all('image', BY_ITSELF, within=main), 'one panel')
        own = next(top for top in window.app.windows() if top.path != main.path)
        must('the plot in it', window.app.find_all('image', BY_ITSELF, within=own))
        window.key('n')                    # the newest window has the keys
        window.until(lambda: text_of(window.app.find('label', 'Epoch *', within=main)) == 'Epoch 1',
                     'a step by the key in the panel\'s window')
        sentence = 'Decision boundary after 1 epoch: *'
        window.until(lambda: window.app.find('image', BY_ITSELF, within=own).get_description()
                     .startswith(sentence[:-1]), 'the same run')
        do_action(main, 'window.close')
        window.wait_for_end()
        equal('the exit status', window.process.returncode, 0)


def fits_a_small_screen():
    with Gradus() as window:
        number = stage.has_keyboard()
        subprocess.run(['xdotool', 'windowsize', '--sync', number, '800', '600'], check=True)
        top = window.app.windows()[0]
        window.until(lambda: extents(top)[2] <= 800 and extents(top)[3] <= 600, '800 × 600')
        open_panel(window)
        must('the panel has all the room', not has_plots(window))
        must('its size', extents(top)[2] <= 800 and extents(top)[3] <= 600, extents(top))
        window.app.press('button', 'Enlarge panel')
        window.until(lambda: has_plots(window) and not has_panel(window), 'the plots, for both fit not')
        must('its size', extents(top)[2] <= 800 and extents(top)[3] <= 600, extents(top))


def takes_the_room_of_a_window_that_gets_low():
    with Gradus() as window:
        number = stage.has_keyboard()
        subprocess.run(['xdotool', 'windowsize', number, '1400', '1000'], check=True)
        top = window.app.windows()[0]
        window.until(lambda: 900 < extents(top)[3] <= 1000, '1000 rows')
        open_panel(window)
        must('the plots beside it', has_plots(window))
        subprocess.run(['xdotool', 'windowsize', number, '1400', '768'], check=True)
        window.until(lambda: not has_plots(window), 'the plots to make room')
        window.until(lambda: extents(top)[3] <= 768, '768 rows')


stage.run({
    'panels: one opens and closes by button, key and action': opens_and_closes,
    'panels: one can take the plots\' room and give it back': grows,
    'panels: one can have a window of its own, which follows and goes': gets_a_window_of_its_own,
    'panels: one takes the room of a window that gets low': takes_the_room_of_a_window_that_gets_low,
    'panels: one fits a small screen': fits_a_small_screen,
})
