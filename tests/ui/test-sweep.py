#!/usr/bin/python3
"""Whether a table of runs can be had in the window: test-sweep.py GRADUS GRADUS_CLI."""
import csv
import pathlib
import subprocess

import stage
from atspi_driver import do_action
from stage import CLI, Gradus, equal, must, new_file, new_path

SMALL = ('[descent]\nepochs=300\n[compare]\nvary=init-scale\nvalues=0.01;1\n'
         'across=seed\nacross-values=3..5\n')


def table(window):
    """What is heard of it."""
    return window.app.find('image', 'Table of runs').get_description().replace('\u00a0', ' ')


def sweep_window(window):
    found = [top for top in window.app.windows() if top.get_name() == 'Sweep']
    return found[0] if found else None


def fill(window):
    window.app.press('button', 'Start', within=sweep_window(window))
    window.until(lambda: '6 of 6 runs have ended' in table(window), 'the whole table')
    window.until(lambda: window.says('6 of 6 runs'), 'the status')


def fills_and_opens():
    with Gradus(new_file('small.gradus', SMALL)) as window:
        window.until(lambda: sweep_window(window) is not None, 'the window of the sweep')
        must('a table that waits', '0 of 6 runs have ended' in table(window), table(window))
        fill(window)
        lines = subprocess.run([CLI, '--compare=init-scale=0.01,1', '--sweep=seed=3..5',
                                '--epochs=300'], capture_output=True, text=True,
                               check=True).stdout.replace('\u00a0', ' ').splitlines()
        for line, name in zip(lines, ('randn × 0.01', 'randn × 1')):
            median = line.split('median accuracy ')[1].split(' (')[0]
            must('the median', '%s with %s' % (median, name) in table(window), table(window), line)
        # The keyboard is in the table: the cursor comes, goes to randn × 1 and seed 4, and opens it.
        window.key('Down', 'Down', 'Right')
        window.until(lambda: table(window).startswith('randn × 1, seed 4, epoch 300'), 'the cell')
        told = table(window).split('. ')[0].split(', ')
        window.key('Return')
        window.until(lambda: window.newest() == 300 and window.epoch() == 300, 'its last epoch')
        equal('the seed', window.find('spin button', 'Seed').get_current_value(), 4.0)
        window.is_same_as_cli('--init-scale=1', '--seed=4', '--epochs=300')
        must('the cell', any(word == window.cost().lower() for word in told), told, window.cost())


def is_exported_and_saved():
    numbers, experiment = new_path('table.csv'), new_path('again.gradus')
    with Gradus(new_file('small.gradus', SMALL)) as window:
        window.until(lambda: sweep_window(window) is not None, 'the window of the sweep')
        fill(window)
        for path, action in (numbers, 'win.export'), (experiment, 'win.save'):
            must('no ' + action, do_action(sweep_window(window), action))
            window.app.save_file(path)
            window.until(lambda p=path: pathlib.Path(p).exists(), 'the file')
    again = subprocess.run([CLI, experiment, '--quiet', '--table=-'], capture_output=True, text=True,
                           check=True).stdout
    equal('the table', pathlib.Path(numbers).read_text(encoding='ascii'), again)
    equal('its cells', len(list(csv.reader(again.splitlines()))), 7)


def is_stopped_and_told():
    with Gradus() as window:
        window.act('sweep')
        window.until(lambda: sweep_window(window) is not None, 'the window of the sweep')
        window.app.set_text('text', 'Row values', '1;x')
        window.until(lambda: window.says('values: init-scale: “x”*'), 'a word on what is wrong')
        window.app.set_text('text', 'Row values', '0.01;1')
        window.app.set_text('text', 'Column values', '1..900')
        window.until(lambda: '0 of 1800 runs' in table(window), 'the table')
        window.app.press('button', 'Start', within=sweep_window(window))
        window.until(lambda: ' 0 of' not in table(window), 'the first run')
        window.app.press('button', 'Stop', within=sweep_window(window))
        window.until(lambda: window.app.find_all('button', 'Start'), 'the end')
        before = table(window)
        window.stays(lambda: table(window) == before, 'the table stays', 1)


stage.run({
    'sweep: a table fills, and a cell opens its run by keyboard': fills_and_opens,
    'sweep: its numbers and its experiment are exported': is_exported_and_saved,
    'sweep: it can be stopped, and says what cannot be': is_stopped_and_told,
})
