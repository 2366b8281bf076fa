#!/usr/bin/python3
"""Whether the panels on symmetry and saturation tell, and Nudge does: test-symmetry.py GRADUS
GRADUS_CLI."""
import pathlib
import re
import subprocess
import time

import stage
from atspi_driver import states
from stage import Gradus, equal, must

EQUAL = '[initialisation]\ninit=constant\ninit-scale=0.5\n[descent]\nepochs=%d\n'


def says(window, name, words):
    window.until(lambda: words in window.app.find('image', name).get_description(),
                 '“%s”, not “%s”' % (words, window.app.find('image', name).get_description()))


def shown_spread(window):
    words = window.app.find('image', 'Symmetry').get_description()
    return float(re.search('spread ([0-9.e\u2212]+)', words).group(1).rstrip('.')
                 .replace('\u2212', '-'))


def can_nudge(window):
    return 'sensitive' in states(window.app.find('button', 'Nudge'))


def rows_of(*arguments):
    done = subprocess.run([stage.CLI, '--quiet', '--history=-', *arguments], capture_output=True,
                          text=True, timeout=60, check=True)
    header, *rows = [line.split(',') for line in done.stdout.splitlines()]
    return [dict(zip(header, row)) for row in rows]


def nudge_parts_the_units():
    """Twenty epochs with equal rows, one weight moved a little, then on; the file runs the same."""
    with Gradus(stage.new_file('equal.gradus', EQUAL % 1000)) as window:
        window.inspect('Symmetry')
        window.step(20)
        says(window, 'Symmetry', '1 of 4, all 4 rows bit-identical. Gradients flow')
        must('the chip', window.says('all 4 units bit-identical'))
        window.app.press('button', 'Nudge')
        says(window, 'Symmetry', ', rows 2, 3 and 4 bit-identical, spread 1e\u22126')
        equal('the epoch', window.epoch(), 20)
        window.step(200)
        time.sleep(0.7)                    # the last description
        spread = shown_spread(window)
        path = stage.new_path('nudged.gradus')
        window.act('save')
        window.app.save_file(path)
        window.until(lambda: pathlib.Path(path).exists(), 'the file')
        cost = window.cost()

    lines = pathlib.Path(path).read_text().splitlines()
    events = [line for line in lines if line.startswith('changes=')]
    equal('the event', events, ['changes=20:W1[1,1]+1e-06'])
    rows = rows_of(path, '--epochs=220', '--every=1')
    equal('spread before', {row['spread_1'] for row in rows[:20]}, {'0'})
    must('spread of the nudge', abs(float(rows[20]['spread_1']) - 1e-6) < 1e-15,
         rows[20]['spread_1'])
    must('the same as in the window', abs(float(rows[220]['spread_1']) / spread - 1) < 0.05,
         rows[220]['spread_1'], spread)
    must('it has grown', float(rows[220]['spread_1']) > 1.2e-6, rows[220]['spread_1'])
    equal('the cost', 'Cost %.6f' % float(rows[220]['cost']), cost)


def nudge_waits():
    """It is there for the newest epoch alone, and while nothing trains."""
    with Gradus(stage.new_file('equal.gradus', EQUAL % 1000000000)) as window:
        window.inspect('Symmetry')
        window.until(lambda: can_nudge(window), 'Nudge at epoch 0')
        window.press('Train')
        window.until(lambda: not can_nudge(window), 'Nudge to wait')
        window.pause()
        window.until(lambda: can_nudge(window), 'Nudge after the pause')
        window.set('slider', 'Shown epoch', 1)
        window.until(lambda: not can_nudge(window), 'an earlier epoch to be left alone')
    with Gradus(stage.new_file('none.gradus', '[network]\nhidden=0\n')) as window:
        window.inspect('Symmetry')
        says(window, 'Symmetry', 'logistic regression')
        must('nothing to nudge', not can_nudge(window))


def saturation_is_told():
    """A start that blocks the error, and a run that has made up its mind."""
    with Gradus(stage.new_file('huge.gradus', '[initialisation]\ninit-scale=10\n')) as window:
        window.inspect('Saturation')
        says(window, 'Saturation', 'Saturated at the start: 95\u00a0% of the error is blocked.')
        window.press('Init scale 0.01')
        says(window, 'Saturation', 'Not saturated: ')
        window.train_to(1000)
        says(window, 'Saturation', 'Saturated, and the cost is low: it has made up its mind.')
        window.set('spin button', 'Hidden layers', 2)
        says(window, 'Saturation', 'Layer 2: ')
        window.app.select('combo box', 'Shown layer of the panel', 'Layer 2')


stage.run({
    'Nudge parts equal units, and the file repeats it': nudge_parts_the_units,
    'saturation at the start is told from a made-up mind': saturation_is_told,
    'Nudge waits for the newest epoch and for a pause': nudge_waits,
})
