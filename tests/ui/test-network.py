#!/usr/bin/python3
"""Whether any parameter can be read and set by hand: test-network.py GRADUS GRADUS_CLI."""
import pathlib
import subprocess

import stage
from atspi_driver import extents, states, text_of
from stage import Gradus, equal, must

FIRST = 'Weight W1 unit 1 input 1'
PARAMETER = '%s of the parameter'


def value(window, name):
    return float(text_of(window.app.find('text', name)).replace('\u2212', '-'))


def choose(window, **parameter):
    for part, item in parameter.items():
        window.app.select('combo box', PARAMETER % part.capitalize(), item)


def is_off(window, name):
    return 'sensitive' not in states(window.app.find('text', name))


def a_weight_is_typed_in():
    with Gradus() as window:
        window.inspect('Network')
        before = window.cost()
        window.type(FIRST, '5.25')
        window.until(lambda: window.cost() != before, 'another cost')
        equal('the value', value(window, FIRST), 5.25)
        window.until(lambda: '; the largest weight is W[1] unit 1, x1: 5.25.'
                     in window.description('Network'), 'it in the sentence')
        change = '--changes=0:W1[1,1]=5.25'
        window.is_same_as_cli('--epochs=0', change)
        window.step(3)
        window.is_same_as_cli('--epochs=3', change)

        path = stage.new_path('typed.gradus')
        window.app.action('win.save')
        window.app.save_file(path)
        window.until(lambda: pathlib.Path(path).exists(), 'the file')
        must('the change is in the file', 'changes=0:W1[1,1]=5.25\n' in pathlib.Path(path).read_text(),
             pathlib.Path(path).read_text())
        history = stage.new_path('typed.csv')
        stage.train_without_window(path, '--epochs=3', '--history=' + history)
        costs = [float(line.split(',')[1]) for line in pathlib.Path(history).read_text().splitlines()[1:]]
        window.set('slider', 'Shown epoch', 0)
        window.until(lambda: window.epoch() == 0, 'epoch 0')
        equal('the history starts from it', '%.6f' % costs[0], window.cost().split()[1])


def every_parameter_can_be_reached():
    with Gradus() as window:
        window.inspect('Network')
        choose(window, layer='W[2]', input='a3')
        window.type('Weight W2 unit 1 input 3', '\u22121.5')
        choose(window, input='b')
        window.type('Bias b2 unit 1', '1e-3')
        choose(window, layer='W[1]', unit='unit 4', input='b')
        window.type('Bias b1 unit 4', '2')
        window.is_same_as_cli('--epochs=0', '--changes=0:W2[1,3]=-1.5;0:b2[1]=0.001;0:b1[4]=2')
        window.set('spin button', 'Hidden units', 2)
        window.until(lambda: window.app.find_all('text', 'Bias b1 unit 2'), 'the nearest parameter')


def bad_numbers_are_refused_in_a_sentence():
    with Gradus() as window:
        window.inspect('Network')
        before = value(window, FIRST), window.cost()
        for text, sentence in (('abc', '\u201cabc\u201d is not a number; \u22120.5 or 1e\u22123 are right'),
                               ('', '\u201c\u201d is not a number; \u22120.5 or 1e\u22123 are right'),
                               ('1e7', '1e7 is too far from 0; \u22121000000 to 1000000 are right')):
            window.type(FIRST, text)
            window.until(lambda: window.says(sentence), sentence)  # noqa: B023
        equal('the cost', window.cost(), before[1])
        window.type(FIRST, '0.5')
        window.until(lambda: not window.says('*are right'), 'no sentence')
        equal('the value', value(window, FIRST), 0.5)


def only_the_newest_epoch_at_rest_can_be_changed():
    with Gradus() as window:
        window.inspect('Network')
        must('it can be typed in', not is_off(window, FIRST))
        window.press('Train')
        window.until(lambda: is_off(window, FIRST), 'it to be off while training')
        window.pause()
        window.until(lambda: not is_off(window, FIRST), 'it to be on again')
        window.set('slider', 'Shown epoch', 0)
        window.until(lambda: is_off(window, FIRST), 'it to be off in the past')
        window.press('Live')
        window.until(lambda: not is_off(window, FIRST), 'it to be on again')


def a_click_opens_a_value():
    """In the middle of the picture of 2-1-1 stands the one hidden unit, whose bias it opens."""
    with Gradus() as window:
        window.set('spin button', 'Hidden units', 1)
        window.inspect('Network')
        window.app.press('button', 'Enlarge panel')
        picture = window.app.find('image', 'Network')
        name = 'Bias b1 unit 1'

        def boxes():
            return window.app.find_all('text', name)

        def click():
            width, height = extents(picture)[2:]
            window.app.click(picture, dx=width // 2, dy=height // 2)
            window.until(lambda: len(boxes()) == 2, 'the value beside the tools')
        click()
        window.key('Escape')
        window.until(lambda: len(boxes()) == 1, 'it to be gone')
        click()
        subprocess.run(['xdotool', 'type', '0.75'], check=True)
        window.key('Return')
        window.until(lambda: len(boxes()) == 1, 'it to be gone')
        equal('the bias', value(window, name), 0.75)
        window.app.press('button', 'Enlarge panel')
        window.is_same_as_cli('--hidden=1', '--epochs=0', '--changes=0:b1[1]=0.75')


stage.run({
    'network: a weight is typed in, kept in the file, and the history starts from it':
        a_weight_is_typed_in,
    'network: every parameter can be reached without a mouse': every_parameter_can_be_reached,
    'network: bad numbers are refused in a sentence': bad_numbers_are_refused_in_a_sentence,
    'network: only the newest epoch at rest can be changed':
        only_the_newest_epoch_at_rest_can_be_changed,
    'network: a click opens a value': a_click_opens_a_value,
})
