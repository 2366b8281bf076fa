#!/usr/bin/python3
"""Whether the panels of curves and step size tell and follow: test-curves.py GRADUS GRADUS_CLI."""
import pathlib
import re

import stage
from atspi_driver import extents
from stage import Gradus, equal, must

FLOWER = '[descent]\nepochs=%d\n'


def open_panel(window, name, image):
    if not window.app.find_all('toggle button', name):
        window.app.action('win.inspector')
        window.until(lambda: window.app.find_all('toggle button', name), 'the panels')
    window.app.press('toggle button', name)
    window.until(lambda: window.app.find_all('image', image), 'the panel')


def words_of(window, image):
    return window.app.find('image', image).get_description()


def says(window, image, words):
    window.until(lambda: words in words_of(window, image),
                 '“%s”, not “%s”' % (words, words_of(window, image)))


def plateau_is_said():
    with Gradus(stage.new_file('flower.gradus', FLOWER % 1000)) as window:
        open_panel(window, 'Curves', 'Parameters over the epochs')
        says(window, 'Parameters over the epochs', 'still on the plateau that it began on.')
        window.step(15)
        says(window, 'Parameters over the epochs',
             'The run left the plateau that it began on at epoch 11.')
        window.app.press('toggle button', 'Gradients')
        window.until(lambda: window.app.find_all('image', 'Gradients over the epochs'), 'gradients')
        says(window, 'Gradients over the epochs', 'Size of the gradients at epoch 15: dW[1] ')
        must('the choice of a layer is for parameters only',
             not window.app.find_all('combo box', 'Layer of the curves'))


def step_size_follows_the_run():
    """λmax at epochs 0 and 1000 of the flower, measured while it is looked at."""
    with Gradus(stage.new_file('flower.gradus', FLOWER % 1000)) as window:
        open_panel(window, 'Step size', 'Step size')
        says(window, 'Step size', 'At epoch 0 λmax is 0.2502, so a step is stable up to '
                                  'α = 2/λmax = 7.994. α = 1.2 is not above it.')
        window.train_to(1000)
        says(window, 'Step size', 'At epoch 1000 λmax is 1.05')
        must('it crosses nowhere', re.search('not above 2/α at any of the [0-9]+ epochs measured',
                                             words_of(window, 'Step size')),
             words_of(window, 'Step size'))
        window.app.set_value('slider', 'Shown epoch', 500)
        says(window, 'Step size', 'At epoch 500 λmax is ')
        window.act('reset')
        says(window, 'Step size', 'At epoch 0 λmax is 0.2502')


def clicks_show_epochs():
    """On both kinds of curves, as on the cost curve."""
    with Gradus(stage.new_file('flower.gradus', FLOWER % 400)) as window:
        window.train_to(400)
        for panel, image, across in (('Curves', 'Parameters over the epochs', 0.15),
                                     ('Step size', 'Step size', 0.6)):
            open_panel(window, panel, image)
            says(window, image, 'poch 400')
            node = window.app.find('image', image)
            window.app.click(node, int(across * extents(node)[2]), 110)
            window.until(lambda: 20 < window.epoch() < 380, 'an epoch between')
            says(window, image, 'poch %d' % window.epoch())
            window.press('Live')
            window.until(lambda: window.epoch() == 400, 'the newest epoch')


def exports_are_made():
    """What nobody looked at is gathered for the file."""
    with Gradus(stage.new_file('flower.gradus', FLOWER % 300)) as window:
        window.train_to(300)
        for name in 'Parameters', 'Gradients', 'Step size':
            path = stage.new_path('%s.svg' % name)
            window.press('Export')
            window.until(lambda: window.app.find_all('button', 'Export…'), 'the dialog')
            dialog = window.app.dialog()
            window.app.select('combo box', 'Plot', name, within=dialog)
            window.app.select('combo box', 'Format', 'SVG', within=dialog)
            window.app.press('button', 'Export…', within=dialog)
            window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
            window.app.save_file(path)
            window.until(lambda: pathlib.Path(path).exists(), 'the file')
            must('%s is drawn' % name, pathlib.Path(path).stat().st_size > 20000)


stage.run({
    'the plateau is said, on parameters and on gradients': plateau_is_said,
    'the step size follows the run and what is shown': step_size_follows_the_run,
    'a click on a curve shows that epoch': clicks_show_epochs,
    'exports gather what they show': exports_are_made,
})
