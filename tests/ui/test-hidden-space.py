#!/usr/bin/python3
"""Whether the panel of the hidden space does as its choices say: test-hidden-space.py GRADUS CLI."""
import subprocess

import stage
from atspi_driver import states
from stage import Gradus, equal, must

START = 'Hidden space: units %d and %d '


def until_says(window, part):
    window.until(lambda: part in window.app.find('image', 'Hidden space').get_description(), part)


def units_are_chosen():
    with Gradus() as window:
        window.train_to(150)
        window.inspect('Hidden space')
        until_says(window, START % (1, 2))
        window.app.select('combo box', 'Second unit', 'Unit 4')
        until_says(window, START % (1, 4))
        window.app.select('combo box', 'First unit', 'Unit 3')
        until_says(window, START % (3, 4))
        window.app.select('combo box', 'First unit', 'Unit 4')   # the two change places
        until_says(window, START % (4, 3))


def fewer_units_follow():
    with Gradus() as window:
        window.inspect('Hidden space')
        window.app.select('combo box', 'Second unit', 'Unit 4')
        until_says(window, START % (1, 4))
        window.set('spin button', 'Hidden units', 2)
        until_says(window, START % (1, 2))
        window.set('spin button', 'Hidden units', 1)
        until_says(window, 'one unit, whose activation goes from ')
        for name in ('First unit', 'Second unit'):
            must(name, 'sensitive' not in states(window.app.find('combo box', name)))
        window.set('spin button', 'Hidden layers', 0)
        until_says(window, 'No hidden layer')
        window.set('spin button', 'Hidden layers', 2)
        until_says(window, 'Hidden space, layer 1: ')


def layers_are_chosen():
    with Gradus() as window:
        window.inspect('Hidden space')
        equal('a choice of one layer', window.app.find_all('combo box', 'Layer'), [])
        window.set('spin button', 'Hidden layers', 2)
        until_says(window, 'Hidden space, layer 1: ')
        window.app.select('combo box', 'Layer', 'Layer 2')
        until_says(window, 'Hidden space, layer 2: ')
        window.set('spin button', 'Hidden layers', 1)
        until_says(window, START % (1, 2))


def exports_are_what_is_chosen():
    with Gradus() as window:
        window.set('spin button', 'Hidden layers', 2)
        window.train_to(20)
        window.inspect('Hidden space')
        window.app.select('combo box', 'Layer', 'Layer 2')
        window.app.select('combo box', 'Second unit', 'Unit 3')
        until_says(window, 'Hidden space, layer 2: units 1 and 3 ')
        path, wanted = stage.new_path('space.png'), stage.new_path('wanted.png')
        window.press('Export')
        window.until(lambda: window.app.find_all('button', 'Export…'), 'the dialog')
        dialog = window.app.dialog()
        window.app.select('combo box', 'Plot', 'Hidden space', within=dialog)
        window.app.set_value('spin button', 'Scale', 1, within=dialog)
        window.app.press('button', 'Export…', within=dialog)
        window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
        window.app.save_file(path)
        stage.train_without_window('--hidden=4,4', '--epochs=%d' % window.epoch(), '--layer=2',
                                   '--units=1,3', '--size=640x640', '--plot=hidden-space:' + wanted)
        pixels = [subprocess.run(['convert', name, 'rgb:-'], check=True, capture_output=True).stdout
                  for name in (path, wanted)]
        must('the picture that gradus-cli draws', pixels[0] == pixels[1])


stage.run({
    'the units of the plane are chosen': units_are_chosen,
    'it follows a run with fewer units or none': fewer_units_follow,
    'the layer is chosen where there are several': layers_are_chosen,
    'the export shows what is chosen': exports_are_what_is_chosen,
})
