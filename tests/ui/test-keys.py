#!/usr/bin/python3
"""Whether the keys do what the shortcuts say: test-keys.py GRADUS GRADUS_CLI."""
import contextlib

import stage
from atspi_driver import extents, states, walk
from stage import Gradus, equal, has_keyboard, must


@contextlib.contextmanager
def opened():
    """A window that has the keyboard."""
    with Gradus() as window:
        window.until(lambda: 'active' in states(window.app.windows()[0]), 'the keyboard')
        yield window


def leave(window):
    """No control has the focus."""
    def is_left():
        window.app.click(window.find('image', 'Decision boundary'))
        return not any('focused' in states(node) for node in walk(window.app.windows()[0]))
    window.until(is_left, 'no focus')


def train_keys():
    with opened() as window:
        for prepare in (lambda: None, lambda: leave(window)):
            prepare()
            window.key('space')
            window.until(lambda: window.is_down('Train') and window.epoch() > 10, 'training')
            window.key('space')
            window.until(lambda: not window.is_down('Train'), 'a pause')
            epoch = window.epoch()
            for key in ('Right', 'n'):
                window.key(key)
                epoch += 1
                window.until(lambda e=epoch: window.epoch() == e, 'a step by ' + key)
            window.stays(lambda e=epoch: window.epoch() == e, 'it goes on', 0.3)
            window.is_same_as_cli('--epochs=%d' % epoch)
            window.key('r')
            window.until(lambda: window.epoch() == 0, 'epoch 0')


def typing_stays_in_the_entry():
    with opened() as window:
        window.step(2)
        for role, name in (('text', 'Init scale'), ('text', 'Noise'), ('spin button', 'Seed'),
                           ('spin button', 'Hidden units'), ('text', 'Init scale')):
            node = window.find(role, name)
            window.focus(node)
            window.key('End', 'space', 'r', 'n', 'Right', 'Right', 'Left', 'Home', 'Left', 'Right')
            window.stays(lambda: (window.epoch(), window.is_down('Train')) == (2, False),
                         'keys in %s train' % name, 0.3)
            if role == 'text':
                window.key('ctrl+a', 'BackSpace')
                window.key(*({'Init scale': ['0', 'period', '0', '1']}.get(name, [])))
        leave(window)
        window.key('n')
        window.until(lambda: window.epoch() == 3, 'a step')
        window.is_same_as_cli('--epochs=3')


def numbers_can_be_typed():
    with opened() as window:
        window.step(2)
        window.focus(window.find('text', 'Init scale'))
        window.key('ctrl+a', '5', 'Return')
        window.until(lambda: window.epoch() == 0 and window.is_down('Init scale other'), '5')
        window.key('ctrl+a', '1', '0', 'Tab')
        window.until(lambda: window.cost() == stage.train_without_window(
            '--init-scale=10', '--epochs=0')[0], '10, by leaving the entry')
        window.focus(window.find('spin button', 'Seed'))
        window.key('ctrl+a', '9', 'Return')
        window.until(lambda: window.cost() == stage.train_without_window(
            '--init-scale=10', '--seed=9', '--epochs=0')[0], 'seed 9')


def sliders_take_the_arrows():
    with opened() as window:
        window.train_to(50)
        slider = window.find('slider', 'Shown epoch')
        newest = window.newest()
        window.focus(slider)
        window.set('slider', 'Shown epoch', 20)
        window.key('Right')
        window.until(lambda: window.epoch() == 21, 'the next epoch')
        window.key('Left', 'Left')
        window.until(lambda: window.epoch() == 19, 'two back')
        equal('no step', window.newest(), newest)


def dialog_keys():
    with opened() as window:
        for key, sign in (('ctrl+o', ('button', 'Open')), ('ctrl+s', ('button', 'Save')),
                          ('ctrl+e', ('button', 'Export…')), ('ctrl+l', ('button', 'Open a Lesson…')),
                          ('F1', ('label', 'What you see')),
                          ('ctrl+question', ('label', 'Train or pause'))):
            top = has_keyboard()
            window.key(key)
            dialog = window.app.dialog()
            window.until(lambda d=dialog, s=sign: window.app.find_all(*s, within=d),
                         '%s in the window of %s' % (sign[1], key))
            window.until(lambda t=top: has_keyboard() not in ('', t), 'the keyboard for ' + key)
            window.key('Escape')
            window.until(lambda: len(window.app.windows()) == 1, 'Escape closes that of ' + key)
            window.until(lambda t=top: has_keyboard() == t, 'the keyboard')
        equal('nothing has happened', (window.epoch(), window.message()), (0, None))
        window.key('n')
        window.until(lambda: window.epoch() == 1, 'a step')


def side_bar_key():
    with opened() as window:
        plane = window.find('image', 'Decision boundary')
        left = extents(plane)[0]
        window.key('F9')
        window.until(lambda: extents(plane)[0] < left - 100, 'no side bar')
        must('its button', not window.is_down('Side bar'))
        window.step(1)
        window.key('F9')
        window.until(lambda: extents(plane)[0] == left, 'the side bar')
        must('its button', window.is_down('Side bar'))
        window.press('Side bar')
        window.until(lambda: extents(plane)[0] < left - 100, 'no side bar')


def full_screen():
    with opened() as window:
        size = lambda: extents(window.app.windows()[0])[2:]
        screen = tuple(map(int, stage.subprocess.run(
            ['xdotool', 'getdisplaygeometry'], capture_output=True, text=True,
            check=True).stdout.split()))
        before = size()
        # With a tooltip up: GTK 4.8 takes the window for one, and warns, unless it goes in time.
        for aside in 0, 1:                     # no tooltip before the pointer has moved
            stage.subprocess.run(['xdotool', 'mousemove', *map(str, window.app.where(
                window.find('button', 'Reset'), 20 + aside, 10))], check=True)
            stage.time.sleep(0.1)
        window.until(lambda: len(stage.subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--class', 'gradus'], capture_output=True,
            text=True, check=False).stdout.split()) == 2, 'a tooltip')
        must('a larger screen', before[0] < screen[0] - 100, before, screen)
        window.act('full-screen')
        window.until(lambda: size() == screen, 'the whole screen')
        window.press('Train')
        window.until(lambda: window.epoch() > 10, 'training')
        window.pause()
        window.act('full-screen')
        window.until(lambda: size() == before, 'the size before')


def menu_key():
    with opened() as window:
        window.key('F10')
        window.until(lambda: window.app.find_all('menu item'), 'the menu')
        window.key('Escape')
        top = has_keyboard()
        window.app.menu('Main menu', 'About Gradus')
        dialog = window.app.dialog()
        must('the name', window.app.find_all('label', 'Gradus', within=dialog))
        window.until(lambda: has_keyboard() not in ('', top), 'the keyboard')
        window.key('Escape')
        window.until(lambda: len(window.app.windows()) == 1, 'Escape closes it')


def window_keys():
    with opened() as window:
        top = has_keyboard()
        window.key('ctrl+n')
        window.until(lambda: len(window.app.windows()) == 2, 'a second window')
        window.until(lambda: has_keyboard() not in ('', top), 'the keyboard')
        window.key('ctrl+w')
        window.until(lambda: len(window.app.windows()) == 1, 'one window')
        window.until(lambda: has_keyboard() == top, 'the keyboard')
        window.key('ctrl+q')
        window.wait_for_end()


stage.run({
    'Space trains and pauses, Right and N step, R resets': train_keys,
    'keys typed in an entry train and reset nothing': typing_stays_in_the_entry,
    'numbers can be typed, and count with Enter or Tab': numbers_can_be_typed,
    'arrows move the slider that has the focus': sliders_take_the_arrows,
    'Ctrl+O, Ctrl+S, Ctrl+E, Ctrl+L, F1 and Ctrl+? open what Escape closes': dialog_keys,
    'F9 shows and hides the side bar': side_bar_key,
    'the menu fills the screen': full_screen,
    'F10 opens the menu': menu_key,
    'Ctrl+N, Ctrl+W and Ctrl+Q open and close windows': window_keys,
})
