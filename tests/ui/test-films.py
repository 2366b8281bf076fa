#!/usr/bin/python3
"""Whether the window makes films, and gives them up: test-films.py GRADUS GRADUS_CLI."""
import os
import pathlib
import subprocess

import stage
from atspi_driver import extents
from stage import Gradus, equal, must


def ask(window, path, numbers, **choices):
    """Through the dialog; numbers: spin buttons, choices: drop-downs by their text."""
    window.press('Export')
    window.until(lambda: window.app.find_all('button', 'Export…'), 'the dialog')
    dialog = window.app.dialog()
    for name, value in choices.items():
        window.app.select('combo box', name, value, within=dialog)
    for name, value in numbers.items():
        window.app.set_value('spin button', name, value, within=dialog)
    window.app.press('button', 'Export…', within=dialog)
    window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
    stage.atspi_driver.Atspi.EditableText.set_text_contents(
        window.app.find('text', 'Name*'), path)
    window.app.press('button', 'Save', within=window.app.dialog())


def films_are_made():
    """While training goes on; of the epochs that were asked for, from the first to the last."""
    path = stage.new_path('film.gif')
    with Gradus() as window:
        window.train_to(200)
        ask(window, path, {'Begin with epoch': 10, 'end with': 60,
                           'Seconds': 2, 'Frames/s': 10, 'Width': 300, 'Height': 200,
                           'Scale': 1}, Plot='Cost curve', Format='Film (GIF)')
        window.until(lambda: os.path.exists(path), 'the film')
        window.until(lambda: len(window.app.windows()) == 1, 'the end of the making')
        equal('no message', window.message(), None)
        window.step(1)
    frames = subprocess.run(['identify', path], check=True, capture_output=True,
                            text=True).stdout.splitlines()
    equal('pictures', len(frames), 20)
    must('their size', ' 300x200 ' in frames[0], frames[0])


def films_can_be_given_up():
    path = stage.new_path('long.mp4')
    with Gradus() as window:
        window.train_to(100)
        ask(window, path, {'Seconds': 600}, Format='Film (MP4)')
        window.until(lambda: window.app.find_all('progress bar', 'Progress of the film'),
                     'the progress')
        window.until(lambda: window.app.find_all('label', 'Picture *'), 'a picture')
        epoch = window.newest()
        window.press('Train')
        window.until(lambda: window.newest() > epoch + 50, 'training meanwhile')
        window.pause()
        window.press('Cancel')
        window.until(lambda: len(window.app.windows()) == 1, 'the end of the making')
        window.rests(0.5)
        must('no file', not os.path.exists(path))
        equal('nothing beside it', [p.name for p in pathlib.Path(path).parent.iterdir()
                                    if p.name.startswith('.gradus')], [])
        equal('no message', window.message(), None)


def films_that_cannot_be_are_told():
    with Gradus() as window:
        window.train_to(20)
        window.press('Export')
        window.until(lambda: window.app.find_all('button', 'Export…'), 'the dialog')
        dialog = window.app.dialog()
        window.app.select('combo box', 'Format', 'Film (MP4)', within=dialog)
        window.app.set_value('spin button', 'Width', 5000, within=dialog)
        window.until(lambda: window.app.find_all('label', 'a film cannot have*'), 'the reason')
        height = extents(dialog)[3]
        must('its height, on a screen of 600 rows with panels', height < 540, height)
        must('no way on', 'sensitive' not in stage.atspi_driver.states(
            window.app.find('button', 'Export…')))
        window.app.set_value('spin button', 'Width', 640, within=dialog)
        window.until(lambda: window.app.find_all('label', 'A film of 250 pictures*'), 'the size')


stage.run({
    'a film is made of the epochs that were asked for': films_are_made,
    'a film that is given up leaves no file, and training goes on meanwhile': films_can_be_given_up,
    'a film that cannot be is told before it is begun': films_that_cannot_be_are_told,
})
