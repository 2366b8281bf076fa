#!/usr/bin/python3
"""Whether gradus-cli and the NumPy program of reference/network.py agree: test-numpy.py CLI."""
import functools
import pathlib
import sys
import tempfile

import numpy as np

import claims
import program
from reference import network

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-numpy-')
FOLDER = pathlib.Path(KEPT.name)

EXPERIMENTS = [
    {},
    {'hidden': '0'},
    {'hidden': '1'},
    {'hidden': '8,4', 'init-scale': 0.5, 'alpha': 0.3},
    {'hidden': '5;4;3', 'init': 'xavier', 'alpha': 0.3},
    {'hidden': '6', 'activation': 'sigmoid', 'init-scale': 1},
    {'hidden': '6;5', 'activation': 'sigmoid', 'init': 'xavier', 'bias-scale': 0.1},
    {'hidden': '16', 'activation': 'relu', 'init': 'he', 'alpha': 0.1, 'seed': 5},
    {'hidden': '8;8', 'activation': 'leaky-relu', 'init': 'he', 'alpha': 0.1, 'seed': 7},
    {'hidden': '4;4', 'activation': 'identity', 'init-scale': 0.1, 'alpha': 0.1},
    {'init': 'zeros'},
    {'init': 'constant', 'init-scale': 0.5},
    {'init': 'zeros', 'bias-scale': 0.3, 'seed': 11},
    {'init-scale': 1, 'l2': 0.7},
    {'hidden': '7', 'l2': 3, 'batch': 64, 'alpha': 0.2, 'held-out': 0.2},
    {'batch': 1, 'examples': 60, 'alpha': 0.05, 'epochs': 20},
    {'batch': 100000, 'alpha': 0.5},
    {'alpha-schedule': '10:0.3;50:0.01', 'init-scale': 0.3},
    {'held-out': 0.25, 'data-seed': 9, 'standardise': 'true'},
    {'source': 'moons', 'examples': 127, 'hidden': '3'},
    {'source': 'circles', 'examples': 129, 'init-scale': 1, 'seed': 4294967295},
    {'source': 'xor', 'examples': 2049, 'hidden': '4;3', 'alpha': 0.3, 'epochs': 60},
    {'source': 'spiral', 'examples': 5000, 'hidden': '9', 'alpha': 0.3, 'epochs': 60, 'batch': 2049,
     'held-out': 0.1},
    {'source': 'blobs', 'examples': 4097, 'hidden': '2', 'alpha': 0.1, 'standardise': 'true',
     'epochs': 60},
    {'source': 'gaussians', 'examples': 5, 'hidden': '130', 'alpha': 0.05},
    {'source': 'quantiles', 'examples': 2048, 'noise': 0, 'hidden': '0', 'epochs': 50},
    {'classes': 3, 'examples': 300},
    {'classes': 5, 'examples': 2100, 'hidden': '8;6', 'init': 'xavier', 'alpha': 0.3, 'epochs': 60},
    {'classes': 10, 'examples': 400, 'hidden': '0', 'held-out': 0.3, 'l2': 1, 'alpha': 0.1},
    {'classes': 4, 'examples': 257, 'hidden': '12', 'activation': 'relu', 'init': 'he',
     'alpha': 0.05, 'batch': 50, 'standardise': 'true'},
]


def write_classes(options):
    """A table with more than two classes, and the options that read it."""
    rng = np.random.RandomState(options['classes'])
    labels = np.arange(options['examples']) % options['classes']
    x = 2 * rng.randn(options['classes'], 2)[labels] + rng.randn(options['examples'], 2)
    path = FOLDER / ('classes-%d.csv' % options['classes'])
    with open(path, 'w', encoding='ascii') as file:
        file.write('x1,x2,label\n')
        for (x1, x2), label in zip(x, labels):
            file.write('%r,%r,%d\n' % (float(x1), float(x2), 3 * label - 4))
    rest = {name: value for name, value in options.items() if name not in ('classes', 'examples')}
    return dict(rest, data=path)


def differ(ours, theirs):
    """How far apart two lists of layers are: the largest difference, relative above 1."""
    return max(np.max(np.abs(a - b) / np.maximum(1, np.abs(b)))
               for our_layer, their_layer in zip(ours, theirs)
               for a, b in zip(our_layer, their_layer))


def shapes(layers):
    return [(w.shape, b.shape) for w, b in layers]


def agree(options):
    if 'classes' in options:
        options = write_classes(options)
    options = dict({'epochs': 100}, **options)
    GRADUS.must('--epochs=0', '--parameters=first.json', '--quiet', folder=FOLDER,
                *[o for o in program.as_options(options) if not o.startswith('--epochs=')])
    GRADUS.must('--parameters=last.json', '--history=history.csv', '--data-out=data.csv', '--quiet',
                '--every=1', *program.as_options(options), folder=FOLDER)
    x, labels, held_out = program.read_data(FOLDER / 'data.csv')
    epochs, history = program.read_history(FOLDER / 'history.csv')
    first, last, expected = network.train(x, labels, options)
    our_first = program.read_parameters(FOLDER / 'first.json')
    our_last = program.read_parameters(FOLDER / 'last.json')

    complaints = []
    if shapes(our_first) != shapes(first) or shapes(our_last) != shapes(first):
        return ['the shapes are %s, not %s' % (shapes(our_first), shapes(first))]
    if not all(np.array_equal(w, v) and np.array_equal(b, c)
               for (w, b), (v, c) in zip(our_first, first)):
        complaints.append('the initial weights differ by %g' % differ(our_first, first))
    if epochs != list(range(int(options['epochs']) + 1)):
        return complaints + ['the epochs are %s' % epochs]
    if not np.array_equal(np.isnan(history), np.isnan(expected)):
        return complaints + ['other cells are empty']
    with np.errstate(invalid='ignore'):
        far = np.nanmax(np.abs(history / expected - 1), axis=0, initial=0, where=expected != 0)
    if max(far[0], far[2]) > 1e-10:
        complaints.append('the costs differ by %g' % max(far[0], far[2]))
    if max(far[1], far[3]) > 1e-12:
        complaints.append('the accuracies differ by %g' % max(far[1], far[3]))
    if differ(our_last, last) > 1e-9:
        complaints.append('the parameters differ by %g' % differ(our_last, last))
    flags = network.draw_held_out(x.shape[1], float(options.get('held-out', 0)),
                                  int(options.get('data-seed', 1)))
    if not np.array_equal(flags, held_out):
        complaints.append('other examples are held out')
    return complaints


def title(options):
    return 'both programs agree on ' + (' '.join(program.as_options(options)) or 'the defaults')


claims.run(program.guarded({title(options): functools.partial(agree, options)
                            for options in EXPERIMENTS}))
