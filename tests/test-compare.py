#!/usr/bin/python3
"""Several runs at once, and many machines for them: test-compare.py GRADUS_CLI."""
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
FOLDER = tempfile.TemporaryDirectory(prefix='gradus-compare-')


def run(*arguments):
    folder = pathlib.Path(tempfile.mkdtemp(dir=FOLDER.name))
    done = GRADUS.must(*arguments, folder=folder)
    return folder, done.stdout.replace('\u00a0', ' ')


def expect(*triples):
    return ['%s: %r is not %r' % triple for triple in triples if triple[1] != triple[2]]


def rows_of(path, value):
    """The rows of one run, without the column that names it."""
    with open(path, encoding='ascii', newline='') as file:
        lines = list(csv.reader(file))
    return [line[1:] for line in lines[1:] if line[0] == value]


def is_as_each_alone():
    shared = ['--epochs=300', '--every=50', '--held-out=0.2']
    folder, words = run('--compare=init-scale=0,0.01,1', *shared, '--history=h.csv',
                        '--parameters=p.json', '--save=s.gradus')
    parameters = json.loads((folder / 'p.json').read_text())
    complaints = []
    for i, value in enumerate(['0', '0.01', '1']):
        alone, said = run('--init-scale=' + value, *shared, '--history=h.csv', '--parameters=p.json')
        lines = list(csv.reader((alone / 'h.csv').read_text().splitlines()))[1:]
        own = json.loads((alone / 'p.json').read_text())
        complaints += expect(('history', rows_of(folder / 'h.csv', value), lines),
                             ('parameters', parameters[i], {'run': value, **own}),
                             ('line', words.splitlines()[i], 'run %s  %s' % (value, said.strip())))
    again = subprocess.run([GRADUS.path, folder / 's.gradus', '--history=-', '--every=50'],
                           capture_output=True, text=True, check=True).stdout
    return complaints + expect(('saved', again, (folder / 'h.csv').read_text()))


def columns_fit_every_run():
    folder, _ = run('--compare=hidden=0;4;8,4', '--epochs=2', '--history=h.csv', '--diagnose')
    header = (folder / 'h.csv').read_text().splitlines()[0].split(',')
    shallow, deep = (dict(zip(header[1:], rows_of(folder / 'h.csv', value)[0]))
                     for value in ('0', '8,4'))
    return expect(('columns', [name for name in header if name.startswith('gradient')],
                   ['gradient_norm_1', 'gradient_norm_2', 'gradient_norm_3']),
                  ('an empty cell', (shallow['gradient_norm_2'], shallow['saturated_1']), ('', '')),
                  ('a full one', '' in (deep['gradient_norm_3'], deep['saturated_2']), False))


def data_may_differ():
    folder, words = run('--compare=source=flower;moons;moons', '--epochs=5', '--history=h.csv')
    alone = [run('--data=' + name, '--epochs=5')[1] for name in ('flower', 'moons')]
    return expect(('flower', words.splitlines()[0], 'run flower  ' + alone[0].strip()),
                  ('moons', words.splitlines()[2], 'run moons  ' + alone[1].strip()))


def many_seeds_tell_the_truth():
    """25 seeds, 10,000 epochs: scale 1 is fine on the flower, 30 and 100 are not."""
    complaints = []
    for scale, expected in ('0.01', 91.25), ('1', 90.75), ('30', 72.5), ('100', 67.25):
        words = run('--compare=seed=100..124', '--init-scale=' + scale)[1]
        accuracies = [float(line.split('accuracy ')[1].split()[0]) for line in words.splitlines()]
        complaints += expect(('runs', len(accuracies), 25),
                             ('scale ' + scale, float(np.median(accuracies)), expected))
    return complaints


def shards_are_the_whole():
    shared = ['--compare=seed=3..9', '--epochs=40', '--quiet', '--history=-']
    whole = run(*shared)[1]
    complaints = []
    for n in 1, 2, 3, 7, 9:
        parts = ''.join(run(*shared, '--shard=%d/%d' % (k, n))[1] for k in range(1, n + 1))
        complaints += expect(('%d shards' % n, parts, whole))
    if shutil.which('parallel') is None:
        return complaints + ['there is no GNU parallel to share a sweep with']
    spread = subprocess.run(
        ['parallel', '--keep-order', '--jobs', '2', GRADUS.path, *shared, '--shard={}/4',
         ':::', '1', '2', '3', '4'], capture_output=True, text=True, check=False)
    return complaints + expect(('GNU parallel', spread.stdout, whole), ('silence', spread.stderr, ''))


claims.run({
    'a run of a comparison is as it is alone': is_as_each_alone,
    'columns fit the run with the most layers': columns_fit_every_run,
    'data sets can be compared': data_may_differ,
    'medians over 25 seeds': many_seeds_tell_the_truth,
    'shards laid end to end are the whole': shards_are_the_whole,
})
