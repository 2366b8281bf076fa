#!/usr/bin/python3
"""Whether gradus-cli gives the figures of reference/published.csv: test-published.py CLI."""
import collections
import csv
import functools
import pathlib
import sys
import tempfile

import numpy as np

import claims
import program

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-published-')
FOLDER = pathlib.Path(KEPT.name)
TABLE = pathlib.Path(__file__).parent / 'reference' / 'published.csv'
COLUMNS = ('cost', 'accuracy')


def read_table():
    runs = collections.defaultdict(list)
    with open(TABLE, encoding='ascii', newline='') as file:
        for row in csv.DictReader(line for line in file if not line.startswith('#')):
            runs[row['options']].append(row)
    return runs


def check(options, rows):
    epochs = max(int(row['epoch']) for row in rows)
    GRADUS.must('--quiet', '--history=history.csv', '--epochs=%d' % epochs, *options.split(),
                folder=FOLDER)
    history = program.read_history(FOLDER / 'history.csv')[1]
    complaints = []
    for row in rows:
        got = history[int(row['epoch'])][COLUMNS.index(row['column'])]
        if not abs(got - float(row['value'])) <= float(row['within']):
            complaints.append('epoch %s: %s is %.8f, not %s' % (row['epoch'], row['column'], got,
                                                                row['value']))
    return complaints


def equal_rows_stay_equal():
    """Equal incoming weights get equal updates: the same bits for ever."""
    complaints = []
    for n in range(2, 17):
        GRADUS.must('--quiet', '--hidden=%d' % n, '--init=constant', '--init-scale=0.5',
                    '--epochs=%d' % (20000 if n in (2, 3, 16) else 1000), '--parameters=p.json',
                    folder=FOLDER)
        layers = program.read_parameters(FOLDER / 'p.json')
        for what, rows in ('W1', layers[0][0]), ('b1', layers[0][1]), ('W2', layers[1][0].T):
            if not np.all(rows == rows[0]):
                complaints.append('%d units: rows of %s differ' % (n, what))
            if what == 'W1' and np.all(rows[0] == 0.5):
                complaints.append('%d units: nothing was learnt' % n)
    return complaints


def gradients_agree():
    complaints = []
    for activation in 'tanh', 'sigmoid', 'relu', 'leaky-relu', 'identity':
        for hidden in '0', '4', '4;3', '5;4;3':
            done = GRADUS.run('--check-gradient', '--activation=' + activation, '--alpha=0.1',
                              '--hidden=' + hidden, '--init=xavier', '--epochs=100', '--l2=0.5',
                              '--examples=100')
            if done.returncode or done.stdout.count('difference ') != 2:
                complaints.append('%s %s: %s%s' % (activation, hidden, done.stdout, done.stderr))
    return complaints


def title(options):
    return 'the published figures come out with ' + (options or 'the defaults')


CLAIMS = {title(options): functools.partial(check, options, rows)
          for options, rows in read_table().items()}
CLAIMS['equal rows stay equal to the bit'] = equal_rows_stay_equal
CLAIMS['back-propagation agrees with differences of the cost'] = gradients_agree
claims.run(program.guarded(CLAIMS))
