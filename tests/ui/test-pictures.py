#!/usr/bin/python3
"""Whether exported pictures bring their runs back: test-pictures.py GRADUS GRADUS_CLI."""
import os
import pathlib
import time

import stage
from stage import Gradus, equal, must


def export(window, path, *checks, **choices):
    """Through the dialog; checks: boxes to be ticked, choices: drop-downs by their text."""
    window.press('Export')
    window.until(lambda: window.app.find_all('button', 'Export…'), 'the dialog')
    dialog = window.app.dialog()
    for name, value in choices.items():
        window.app.select('combo box', name, value, within=dialog)
    for name in checks:
        window.app.toggle('check box', name)
    window.app.press('button', 'Export…', within=dialog)
    window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
    window.app.save_file(path)
    size = -1
    while os.path.getsize(path) != size:   # written whole
        size = os.path.getsize(path)
        time.sleep(0.1)


def earlier_epochs_come_back():
    """A picture of the past, made with the window, in the window and without it."""
    path = stage.new_path('past.svg')
    with Gradus() as window:
        window.set('spin button', 'Hidden units', 6)
        window.until(lambda: window.says('Planar flower · 2–6–1 *'), 'the network')
        window.train_to(120)
        window.set('slider', 'Shown epoch', 40)
        window.until(lambda: window.epoch() == 40, 'epoch 40')
        cost = window.cost()
        export(window, path, 'Recipe below the picture', Plot='Decision boundary', Format='SVG')
        equal('no message', window.message(), None)
    with Gradus(path) as window:
        window.until(lambda: window.epoch() == 40, 'epoch 40 again')
        equal('cost', window.cost(), cost)
        equal('the newest epoch', window.newest(), 40)
        window.is_same_as_cli(path)
        window.step(1)
        window.is_same_as_cli(path, '--epochs=41')


def comparisons_come_back():
    path = stage.new_path('side.pdf')
    with Gradus() as window:
        window.app.action('win.compare')
        window.until(lambda: window.app.find_all('image', 'Comparison'), 'the comparison')
        window.train_to(30)
        epoch = window.epoch()
        export(window, path, Format='PDF')
    with Gradus() as window:
        window.open(path)
        window.until(lambda: window.app.find_all('image', 'Comparison'), 'the comparison again')
        window.until(lambda: window.epoch() == epoch, 'its epoch')


def pictures_of_others_are_told():
    path = stage.new_file('other.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    with Gradus() as window:
        window.train_to(20)
        before = window.epoch(), window.cost()
        window.open(path)
        window.until(lambda: 'other.svg: there is no experiment' in (window.message() or ''),
                     'a message')
        equal('what was there', (window.epoch(), window.cost()), before)


stage.run({
    'a picture of an earlier epoch brings its run back there': earlier_epochs_come_back,
    'a picture of a comparison brings the comparison back': comparisons_come_back,
    'a picture of another program gives a message and changes nothing': pictures_of_others_are_told,
})
