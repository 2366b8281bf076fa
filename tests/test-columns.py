#!/usr/bin/python3
"""Whether the history's later columns are what NumPy finds: test-columns.py CLI."""
import functools
import pathlib
import sys
import tempfile

import numpy as np

import claims
import program
from reference import hessian, network

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-columns-')
FOLDER = pathlib.Path(KEPT.name)
DIAGNOSED = ['saturated', 'blocked', 'distinct', 'dead']

EXPERIMENTS = [
    {},
    {'init-scale': 1},
    {'init-scale': 10},
    {'init-scale': 100},
    {'init': 'zeros'},
    {'init': 'constant', 'init-scale': 0.5},
    {'hidden': '0'},
    {'hidden': '1', 'init-scale': 3},
    {'hidden': '5;4;1;3', 'init': 'xavier', 'alpha': 0.3, 'bias-scale': 0.2},
    {'hidden': '6;5', 'activation': 'sigmoid', 'init-scale': 4},
    {'hidden': '16', 'activation': 'relu', 'init': 'he', 'bias-scale': 3, 'alpha': 0.1},
    {'hidden': '8;8', 'activation': 'leaky-relu', 'init': 'he', 'alpha': 0.1},
    {'hidden': '3', 'activation': 'identity', 'init-scale': 0.1, 'alpha': 0.1},
    {'hidden': '70', 'init-scale': 1, 'alpha': 0.1, 'l2': 0.5, 'held-out': 0.2},
    {'source': 'moons', 'examples': 333, 'hidden': '20;9', 'batch': 50, 'alpha': 0.1},
]


def run(*arguments):
    """The columns of a history."""
    GRADUS.must('--history=h.csv', '--quiet', *arguments, folder=FOLDER)
    return program.read_columns(FOLDER / 'h.csv')


def names(n_hidden):
    layers = range(1, n_hidden + 1)
    return (program.HISTORY_COLUMNS + ['gradient_norm_%d' % l for l in range(1, n_hidden + 2)]
            + ['%s_%d' % (name, l) for name in ['spread'] + DIAGNOSED for l in layers] + ['largest_eigenvalue'])


def agree(options):
    """At the first and the last epoch, of the parameters that the program itself has there."""
    complaints = []
    for epochs in 0, 90:
        columns = run('--epochs=%d' % epochs, '--diagnose', '--parameters=p.json',
                      '--data-out=d.csv', '--every=7', *program.as_options(options))
        x, labels, held_out = program.read_data(FOLDER / 'd.csv')
        layers = program.read_parameters(FOLDER / 'p.json')
        expected = network.diagnose(layers, x[:, ~held_out], labels[~held_out], options)
        spec = dict(network.DEFAULTS, **options)
        eigenvalues = hessian.eigenvalues(layers, x[:, ~held_out], labels[~held_out],
                                          spec['activation'], float(spec['l2']))
        largest = columns['largest_eigenvalue'][-1]
        if not abs(largest - eigenvalues[-1]) <= 1e-9 * np.abs(eigenvalues).max():
            complaints.append('epoch %d: the largest eigenvalue is %r, not %r'
                              % (epochs, largest, eigenvalues[-1]))
        if list(columns) != names(len(layers) - 1):
            return ['the columns are %s' % list(columns)]
        for name, value in expected.items():
            found = columns[name][-1]
            if not (abs(found - value) <= 1e-12 * max(1, abs(value))
                    or np.isnan(found) and np.isnan(value)):
                complaints.append('epoch %d: %s is %r, not %r' % (epochs, name, found, value))
    return complaints


def starts_are_as_published():
    published = {'0.01': (0, 0), '1': (0.42, 0.67), '10': (0.89, 0.95), '100': (0.98, 0.99)}
    found = {scale: run('--epochs=0', '--init-scale=' + scale, '--diagnose') for scale in published}
    return ['scale %s: %r %r' % (scale, columns['saturated_1'], columns['blocked_1'])
            for scale, columns in found.items()
            if (round(columns['saturated_1'][0], 2), round(columns['blocked_1'][0], 2))
            != published[scale]]


def same(one, other):
    return list(one) == list(other) and all(np.array_equal(one[name], other[name], equal_nan=True)
                                            for name in one)


def rows_are_diagnosed_by_themselves():
    """Also where the history was thinned twice, and at a last epoch that it did not keep."""
    small = ['--examples=4', '--hidden=2', '--epochs=40001', '--diagnose', '--init-scale=1']
    kept, every = run(*small), run(*small, '--every=1')
    epochs = kept['epoch'].astype(int)
    picked = {name: numbers[epochs] for name, numbers in every.items()}
    return [] if len(epochs) == 10002 and same(kept, picked) else [
        '%d rows; %s differ' % (len(epochs), [name for name in kept if not np.array_equal(
            kept[name], picked[name], equal_nan=True)])]


def first_columns_do_not_change():
    plain, diagnosed = run('--epochs=50'), run('--epochs=50', '--diagnose')
    return [] if same(plain, {name: diagnosed[name] for name in plain}) else ['they do']


def equal_rows_have_no_spread():
    columns = run('--init=constant', '--init-scale=0.5', '--epochs=20', '--diagnose')
    return [] if (not columns['spread_1'].any() and columns['gradient_norm_1'].all()
                  and set(columns['distinct_1']) == {1}) else [repr(columns)]


def divergence_ends_the_rows():
    done = GRADUS.run('--activation=relu', '--alpha=1000', '--init-scale=1', '--diagnose',
                      '--history=h.csv', folder=FOLDER)
    columns = program.read_columns(FOLDER / 'h.csv')
    return [] if done.returncode == 3 and np.isfinite(columns['spread_1']).all() and np.isfinite(
        columns['dead_1']).all() else [done.stderr, repr(columns)]


def diagnoses_need_a_history():
    done = GRADUS.run('--diagnose', '--epochs=1', folder=FOLDER)
    return [] if (done.returncode == 1
                  and '--history=FILE.csv' in done.stderr) else [done.stderr or 'it runs']


CLAIMS = {
    'starts of the flower are as published': starts_are_as_published,
    'each row is diagnosed by itself': rows_are_diagnosed_by_themselves,
    '--diagnose only adds columns': first_columns_do_not_change,
    'equal rows have no spread while gradients flow': equal_rows_have_no_spread,
    'divergence ends the rows': divergence_ends_the_rows,
    '--diagnose without a history is refused': diagnoses_need_a_history,
}
CLAIMS.update({'NumPy finds the same with ' + (' '.join(program.as_options(options))
                                               or 'the defaults'): functools.partial(agree, options)
               for options in EXPERIMENTS})
claims.run(program.guarded(CLAIMS))
