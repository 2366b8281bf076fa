#!/usr/bin/python3
"""Tables of runs without a window: test-sweep.py GRADUS_CLI."""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import numpy as np

import claims
from program import Program

GRADUS = Program(sys.argv[1])
FOLDER = tempfile.TemporaryDirectory(prefix='gradus-sweep-')
TABLE = ['--compare=init-scale=0.01,1', '--sweep=seed=3..5', '--epochs=60']


def run(*arguments, status=0):
    """What is left in a folder of its own, and said."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=FOLDER.name))
    done = subprocess.run([GRADUS.path, *arguments], cwd=folder, capture_output=True, text=True,
                          check=False)
    if done.returncode != status:
        raise AssertionError('%s: status %d: %s' % (arguments, done.returncode, done.stderr))
    return folder, done.stdout.replace('\u00a0', ' ')


def expect(*triples):
    return ['%s: %r is not %r' % triple for triple in triples if triple[1] != triple[2]]


def cells_of(text):
    return list(csv.DictReader(text.splitlines()))


def cells_are_as_each_alone():
    folder, _ = run(*TABLE, '--held-out=0.2', '--table=t.csv', '--history=h.csv', '--every=60',
                    '--parameters=p.json')
    cells = cells_of((folder / 't.csv').read_text())
    history = [line for line in cells_of((folder / 'h.csv').read_text()) if line['epoch'] == '60']
    parameters = json.loads((folder / 'p.json').read_text())
    complaints = expect(('order', [(cell['run'], cell['across']) for cell in cells],
                         [(scale, seed) for scale in ('0.01', '1') for seed in '345']))
    for i, cell in enumerate(cells):
        alone, _ = run('--init-scale=' + cell['run'], '--seed=' + cell['across'], '--held-out=0.2',
                       '--epochs=60', '--every=60', '--history=h.csv', '--parameters=p.json')
        last = cells_of((alone / 'h.csv').read_text())[-1]
        own = json.loads((alone / 'p.json').read_text())
        complaints += expect(
            ('the cell', cell, {'run': cell['run'], 'across': cell['across'], 'state': 'done',
                                **{key: last[key] for key in list(cell)[3:]}}),
            ('its history', history[i], {'run': cell['run'], 'across': cell['across'], **last}),
            ('its parameters', parameters[i],
             {'run': cell['run'], 'across': cell['across'], **own}))
    return complaints


def rows_are_summed_up():
    words = run(*TABLE, '--table=t.csv')[1].splitlines()
    cells = cells_of(run(*TABLE, '--table=-', '--quiet')[1])
    complaints = expect(('lines', len(words), 2))
    for line, scale in zip(words, ('0.01', '1')):
        costs, accuracies = (np.array([float(cell[key]) for cell in cells if cell['run'] == scale])
                             for key in ('cost', 'accuracy'))
        accuracies *= 100
        complaints += expect((scale, line, (
            'run %s  median cost %.6f (%.6f to %.6f)  median accuracy %.2f %% (%.2f %% to %.2f %%)'
            '  runs 3 of 3') % (scale, np.median(costs), costs.min(), costs.max(),
                                np.median(accuracies), accuracies.min(), accuracies.max())))
    return complaints


def what_diverges_is_said():
    folder, words = run('--compare=alpha=0.1,1e6', '--sweep=seed=1,2', '--hidden=0', '--l2=10',
                        '--epochs=400', '--table=t.csv', '--plot=sweep:s.png', status=3)
    cells = cells_of((folder / 't.csv').read_text())
    line = words.splitlines()[1]
    return expect(('states', [cell['state'] for cell in cells],
                   ['done', 'done', 'diverged', 'diverged']),
                  ('the row', line, 'run 1e6  median cost diverged (none to none)  median accuracy '
                                    'diverged (none to none)  runs 2 of 2  diverged 2'),
                  ('a picture', (folder / 's.png').read_bytes()[:4], b'\x89PNG'))


def is_saved_and_repeated():
    folder, _ = run(*TABLE, '--table=t.csv', '--save=s.gradus')
    done = subprocess.run([GRADUS.path, 's.gradus', '--quiet', '--table=-'], cwd=folder,
                          capture_output=True, text=True, check=True)
    lines = (folder / 's.gradus').read_text().splitlines()
    return expect(('again', done.stdout, (folder / 't.csv').read_text()),
                  ('keys', [line for line in lines if line.startswith('across')],
                   ['across=seed', 'across-values=3..5']))


def shards_are_the_whole():
    shared = [*TABLE, '--quiet']
    complaints = []
    for output in '--table=-', '--history=-':
        whole = run(*shared, output)[1]
        for n in 1, 2, 4, 6, 9:
            parts = ''.join(run(*shared, output, '--shard=%d/%d' % (k, n))[1]
                            for k in range(1, n + 1))
            complaints += expect(('%s, %d shards' % (output, n), parts, whole))
    if shutil.which('parallel') is None:
        return complaints + ['there is no GNU parallel to share a sweep with']
    spread = subprocess.run(
        ['parallel', '--keep-order', '--jobs', '2', GRADUS.path, *shared, '--table=-',
         '--shard={}/4', ':::', '1', '2', '3', '4'], capture_output=True, text=True, check=False)
    return complaints + expect(('GNU parallel', spread.stdout, run(*shared, '--table=-')[1]),
                               ('silence', spread.stderr, ''))


def part_of_a_row_is_told_as_one():
    lines = [line for k in (1, 2) for line in run(*TABLE, '--shard=%d/2' % k)[1].splitlines()]
    odd = run(*TABLE, '--shard=1/4')[1].splitlines()
    return expect(('whole rows', [line.split('runs ')[1] for line in lines], ['3 of 3', '3 of 3']),
                  ('a part', [line.split('runs ')[1] for line in odd], ['1 of 3']))


def published_medians():
    """25 seeds × 4 scales, 10,000 epochs: scale 1 is fine on the flower, 30 and 100 are not."""
    words = run('--compare=init-scale=0.01,1,30,100', '--sweep=seed=100..124')[1]
    medians = [line.split('median accuracy ')[1].split(' (')[0] for line in words.splitlines()]
    return expect(('medians', medians, ['91.25 %', '90.75 %', '72.50 %', '67.25 %']))


claims.run({
    'a cell of a sweep is as its run alone': cells_are_as_each_alone,
    'rows are summed up as NumPy does': rows_are_summed_up,
    'what diverges is said, and counts': what_diverges_is_said,
    'a sweep is saved and repeated': is_saved_and_repeated,
    'shards of a sweep laid end to end are the whole': shards_are_the_whole,
    'a part of a row is told as one': part_of_a_row_is_told_as_one,
    'medians of 25 seeds at four scales': published_medians,
})
