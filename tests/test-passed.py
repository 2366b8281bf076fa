#!/usr/bin/python3
"""Whether gradus-cli passes its landmarks where the NumPy program does: test-passed.py CLI."""
import functools
import pathlib
import re
import sys
import tempfile

import claims
import program
from reference import network

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-passed-')
FOLDER = pathlib.Path(KEPT.name)

EXPERIMENTS = [
    {'epochs': 8000},
    {'init-scale': '1e-8'},
    {'init-scale': '1e-6'},
    {'init-scale': '1e-4'},
    {'init-scale': 0},
    {'init-scale': 1},
    {'init-scale': 10, 'epochs': 400},
    {'init-scale': 1, 'activation': 'sigmoid', 'epochs': 600},
    {'hidden': '8,4', 'init': 'xavier', 'alpha': 0.3, 'epochs': 400},
    {'hidden': '8', 'activation': 'relu', 'init': 'he', 'alpha': 0.1, 'epochs': 200},
    {'source': 'moons', 'epochs': 800, 'held-out': 0.3},
    {'source': 'blobs', 'hidden': 0},
    {'source': 'circles', 'batch': 50, 'alpha': 0.3, 'epochs': 300, 'init-scale': 1},
    {'examples': 61, 'held-out': 0.3, 'epochs': 300},
]

# What a line begins with, by the names of reference/network.py.
WORDS = {
    'plateau': r'(?:left the plateau \()?cost under (?:0\.99 ln 2|99 % of the best)',
    'saturated': r'unit \d+ (?:of layer \d+ )?is saturated on over half of the examples$',
    'accurate': r'the accuracy is over 90 % for the first time$',
    'rise': r'the cost rises for the first time$',
}


def read(line):
    """(name, epoch) of a line."""
    for name, words in WORDS.items():
        told = re.match(r'landmark  epoch (\d+)  ' + words, line)
        if told:
            return name, int(told.group(1))
    return line, -1


def agree(options):
    options = dict({'epochs': 100}, **options)
    lines = GRADUS.must('--landmarks', '--data-out=data.csv', *program.as_options(options),
                        folder=FOLDER).stdout.splitlines()
    x, labels, _ = program.read_data(FOLDER / 'data.csv')
    expected = network.Landmarks(options)
    network.train(x, labels, options, see=expected.see)
    found = dict(map(read, lines[1:]))
    epochs = list(map(lambda line: read(line)[1], lines[1:]))
    complaints = [] if epochs == sorted(epochs) else ['not in order: %s' % lines]
    # Where a run is at the edge of what its step allows, rounding decides on some epochs.
    for name in found.keys() & expected.found.keys():
        if found[name] > 5000 and abs(found[name] - expected.found[name]) < 100:
            found[name] = expected.found[name]
    if found != expected.found:
        complaints.append('%s, not %s' % (found, expected.found))
    return complaints


def is_told_only_when_asked_for():
    plain = GRADUS.must('--epochs=50').stdout
    quiet = GRADUS.must('--epochs=50', '--landmarks', '--quiet').stdout
    done = GRADUS.run('--epochs=50', '--landmarks', '--history=-')
    return [] if ('landmark' not in plain and quiet == '' and 'landmark' not in done.stdout
                  and 'landmark  epoch 11  left the plateau' in done.stderr) else [plain, quiet]


def does_not_leave_where_it_was_not():
    """From scale 10 the cost begins at 12.1, far above the plateau."""
    text = GRADUS.must('--epochs=100', '--landmarks', '--init-scale=10').stdout
    return [] if 'plateau' not in text and 'epoch 55  cost under 0.99 ln 2' in text else [text]


def divergence_is_one():
    done = GRADUS.run('--landmarks', '--activation=relu', '--alpha=1000', '--init-scale=1')
    epoch = re.search(r'diverged at epoch (\d+)', done.stderr).group(1)
    last = done.stdout.splitlines()[-1]
    return [] if last.startswith('landmark  epoch %s  diverged: ' % epoch) else [last]


def title(options):
    return 'both programs pass the same on ' + (' '.join(program.as_options(options)))


claims.run(program.guarded(
    {title(options): functools.partial(agree, options) for options in EXPERIMENTS}
    | {'landmarks are told only when asked for': is_told_only_when_asked_for,
       'a run that was not on the plateau has not left it': does_not_leave_where_it_was_not,
       'divergence is a landmark': divergence_is_one}))
