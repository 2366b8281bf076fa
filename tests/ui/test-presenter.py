#!/usr/bin/python3
"""Whether the window can be shown to a room: test-presenter.py GRADUS GRADUS_CLI."""
import contextlib
import re
import subprocess

import stage
from atspi_driver import extents, states, text_of
from stage import Gradus, equal, must

PLOTS = 'Decision boundary', 'Cost curve', 'Hidden units'


def size(window):
    return extents(window.app.windows()[0])[2:]


def screen():
    done = subprocess.run(['xdotool', 'getdisplaygeometry'], capture_output=True, text=True,
                          check=True)
    return tuple(map(int, done.stdout.split()))


def is_seen(window, role, name):
    return any(extents(node)[2] > 0 for node in window.app.find_all(role, name))


def numbers(window):
    """Cost and accuracy in large letters, and the epoch."""
    words = [text_of(node).replace('\u00a0', ' ') for node in window.app.find_all('label')]
    return [word for word in words if re.match('(Epoch|Cost|Accuracy) ', word)]


def epoch(window):
    return int(numbers(window)[0].split()[1].replace(',', ''))


@contextlib.contextmanager
def presented(*files):
    """A window that has the keyboard, and presents."""
    with Gradus(*files) as window:
        window.until(lambda: 'active' in states(window.app.windows()[0]), 'the keyboard')
        window.key('F11')
        window.until(lambda: size(window) == screen(), 'the whole screen')
        window.until(lambda: not is_seen(window, 'button', 'Train'), 'no controls')
        yield window


def goes_through_the_epochs():
    with presented() as window:
        equal('the numbers', numbers(window), ['Epoch 0', 'Cost 0.693048', 'Accuracy 59.75 %'])
        window.key('Right')
        window.until(lambda: epoch(window) == 1, 'one epoch')
        window.key('Next')
        window.until(lambda: epoch(window) == 11, 'ten more')
        window.key('shift+Next')
        window.until(lambda: epoch(window) == 111, 'a hundred more')
        window.key('Left', 'Left')
        window.until(lambda: epoch(window) == 109, 'two back')
        window.key('Right')
        window.until(lambda: epoch(window) == 110, 'one on again')
        window.key('Prior')
        window.until(lambda: epoch(window) == 100, 'ten back')
        cost, accuracy, _ = stage.train_without_window('--epochs=100')
        window.until(lambda: numbers(window)[1:] == [cost, accuracy], 'the numbers of gradus-cli')
        window.key('Home')
        window.until(lambda: epoch(window) == 0, 'the first')
        window.key('End')
        window.until(lambda: epoch(window) == 111, 'the newest')
        window.key('space')
        window.until(lambda: epoch(window) > 150, 'training')
        window.key('space')
        last = []

        def rests():
            last.append(epoch(window))
            return last[-2:] == [last[-1]] * 2
        window.until(rests, 'a pause')
        window.key('r')
        window.until(lambda: epoch(window) == 0, 'epoch 0')


def one_plot():
    with presented() as window:
        for key, name in zip('123', PLOTS):
            window.key(key)
            window.until(lambda n=name: [plot for plot in PLOTS if is_seen(window, 'image', plot)]
                         == [n], name + ' alone')
        window.key('3')
        window.until(lambda: all(is_seen(window, 'image', plot) for plot in PLOTS), 'all plots')
        for first, again in ('3', '0'), ('1', '1'), ('2', 'Escape'):
            window.key(first)
            window.until(lambda f=first: is_seen(window, 'image', PLOTS[int(f) - 1])
                         and sum(is_seen(window, 'image', plot) for plot in PLOTS) == 1, 'one plot')
            window.key(again)
            window.until(lambda: all(is_seen(window, 'image', plot) for plot in PLOTS),
                         'all plots, by ' + again)
        equal('the screen', size(window), screen())


def one_column():
    with presented() as window:
        window.app.action('win.compare')
        window.until(lambda: is_seen(window, 'image', 'Comparison'), 'the comparison')
        told = lambda: window.app.find('image', 'Comparison').get_description()
        names = 'W = 0', 'randn × 0.01', 'randn × 1'
        window.until(lambda: all(name in told() for name in names), 'three runs')
        equal('the numbers', numbers(window), ['Epoch 0'])
        for key, alone in zip('123', names):
            window.key(key)
            window.until(lambda a=alone: [name for name in names if name in told()] == [a],
                         alone + ' alone')
        window.key('3')
        window.until(lambda: all(name in told() for name in names), 'three runs again')
        window.key('2')
        window.until(lambda: names[0] not in told(), 'one run')
        window.key('Escape')
        window.until(lambda: names[0] in told(), 'three runs, by Escape')
        equal('the screen', size(window), screen())


def blank():
    with presented() as window:
        window.key('b')
        window.until(lambda: not any(is_seen(window, 'image', plot) for plot in PLOTS), 'no plot')
        must('what is heard', 'blank' in window.app.windows()[0].get_description())
        pixels = subprocess.run(['convert', window.shot(), '-unique-colors', 'txt:'], check=True,
                                capture_output=True, text=True).stdout.splitlines()[1:]
        must('black alone', len(pixels) == 1 and '#000000' in pixels[0], pixels[:3])
        window.key('space')
        window.until(lambda: all(is_seen(window, 'image', plot) for plot in PLOTS), 'the plots')
        window.stays(lambda: epoch(window) == 0, 'the key that woke it trains')
        window.key('b')
        window.until(lambda: not is_seen(window, 'image', PLOTS[0]), 'no plot')
        window.key('F11')
        window.until(lambda: all(is_seen(window, 'image', plot) for plot in PLOTS), 'the plots')
        equal('the screen', size(window), screen())


def panel():
    with presented() as window:
        window.key('ctrl+i')
        window.until(lambda: is_seen(window, 'image', 'Network'), 'the panel')
        window.until(lambda: not is_seen(window, 'image', 'Decision boundary'), 'no plots')
        must('no tabs', not is_seen(window, 'button', 'Close panel'))
        must('no tools', not is_seen(window, 'combo box', 'Layer of the parameter'))
        window.key('n', 'r')
        window.stays(lambda: not is_seen(window, 'combo box', 'Layer of the parameter'), 'tools')
        window.key('ctrl+i')
        window.until(lambda: is_seen(window, 'image', 'Decision boundary'), 'the plots')


def all_is_as_before():
    with Gradus() as window:
        window.until(lambda: 'active' in states(window.app.windows()[0]), 'the keyboard')
        window.inspect('Symmetry')
        window.key('F9')
        seen = lambda: sorted((node.get_role_name(), node.get_name(), extents(node)[2:])
                              for role in ('button', 'image', 'slider', 'toggle button')
                              for node in window.app.find_all(role)
                              if node.get_name() and 'showing' in states(node))
        window.until(lambda: not is_seen(window, 'spin button', 'Seed'), 'no side bar')
        before, was = size(window), []

        def rests():
            was.append(seen())
            return was[-2:] == [was[-1]] * 2
        window.until(rests, 'a picture that rests')
        for keys in ('F11',), ('Escape',), ('b', 'F11', 'F11'):
            window.key('F11')
            window.until(lambda: size(window) == screen(), 'the whole screen')
            window.until(lambda: not is_seen(window, 'button', 'Train'), 'no controls')
            window.key(*keys)
            window.until(lambda: size(window) == before, 'the size before')
            window.until(lambda: seen() == was[-1], 'all that was there')
        must('no side bar', not window.is_down('Side bar'))


def lesson():
    with Gradus(stage.new_file('my.lesson', '''[lesson]
title=My lesson
summary=S
[step 1]
caption=Look.
question=What?
choice-1=This
reply-1=This?
choice-2=That
reply-2=That?
wait=epoch 20
reveal=So.
[step 2]
caption=And on.
''')) as window:
        window.until(lambda: window.says('Look.'), 'the lesson')
        window.key('F11')
        window.until(lambda: not window.app.find_all('spin button', 'Seed'), 'the room alone')
        must('the question', window.says('What?'))
        window.key('space', 'Right')
        window.stays(lambda: window.says('Epoch 0'), 'training before the answer')
        window.key('2')
        window.until(lambda: window.says('That[?]'), 'the reply')
        window.key('space')
        window.until(lambda: window.says('So.'), 'the reveal')
        window.key('Return')
        window.until(lambda: window.says('And on.'), 'step 2')
        window.key('Return')
        window.until(lambda: not window.says('And on.'), 'the end')
        must('no controls', not window.app.find_all('spin button', 'Seed'))
        window.key('F11')
        window.until(lambda: window.app.find_all('spin button', 'Seed'), 'the controls')


stage.run({
    'presenter: keys alone train and go through the epochs, in large numbers':
        goes_through_the_epochs,
    'presenter: 1 to 3 show one plot, 0 and Escape all of them': one_plot,
    'presenter: 1 to 3 show one column of a comparison': one_column,
    'presenter: B blanks the screen, any key brings it back and does nothing else': blank,
    'presenter: a panel has the room of the plots, without its controls': panel,
    'presenter: a lesson stays, and is gone through by keys': lesson,
    'presenter: F11 and Escape leave all as it was': all_is_as_before,
})
