#!/usr/bin/python3
"""Whether the step that gradus-cli writes as a NumPy program is the one it takes, and whether what it
writes as LaTeX holds together: test-step-text.py CLI."""
import functools
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np

import claims
import program

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-step-')
FOLDER = pathlib.Path(KEPT.name)

RNG = np.random.RandomState(7)
WORDS = ['b "quoted"', 'a, with a comma', 'c\\d', 'ü']
(FOLDER / 'words.csv').write_text('x1,x2,kind\n' + ''.join(
    '%r,%r,"%s"\n' % (*RNG.randn(2), WORDS[i % 4].replace('"', '""')) for i in range(3000)),
    encoding='utf-8')
(FOLDER / 'few.csv').write_text('x1,x2,kind\n' + ''.join(
    '%r,%r,%d\n' % (*RNG.randn(2), i % 3) for i in range(30)), encoding='utf-8')

EXPERIMENTS = [
    {},
    {'hidden': '0', 'init-scale': 1},
    {'hidden': '5;3;2', 'init': 'xavier', 'alpha': 0.3},
    {'activation': 'sigmoid', 'init-scale': 1, 'bias-scale': 0.3},
    {'activation': 'relu', 'init': 'he', 'alpha': 0.1},
    {'activation': 'leaky-relu', 'init': 'he', 'alpha': 0.1, 'hidden': '3;4'},
    {'activation': 'identity', 'init-scale': 0.3, 'alpha': 0.1},
    {'l2': 2.5, 'init-scale': 0.5},
    {'init': 'zeros'},
    {'init-scale': 100, 'alpha': 0.01},
    {'alpha-schedule': '2:0.7', 'init-scale': 0.3},
    {'held-out': 0.3, 'standardise': 'true'},
    {'data': 'few.csv', 'init-scale': 1},
    # what is too large for the program is read from files
    {'examples': 5000, 'init-scale': 0.5},
    {'examples': 5000, 'init-scale': 0.5, 'held-out': 0.25, 'standardise': 'true', 'l2': 1},
    {'data': 'words.csv', 'standardise': 'true', 'held-out': 0.1, 'hidden': '3'},
    {'hidden': '150;150', 'init': 'xavier', 'alpha': 0.1},
    {'hidden': '150;150', 'init': 'xavier', 'alpha': 0.1, 'examples': 3000, 'activation': 'relu'},
]


def run_program(*arguments):
    """{name: matrix} of what the program prints: those after the step as "new W1"; the stdout."""
    GRADUS.must('--step-out=step.py', '--data-out=data.csv', '--parameters=now.json', '--quiet',
                *arguments, folder=FOLDER)
    done = subprocess.run(['/usr/bin/python3', '-W', 'error', 'step.py'], cwd=FOLDER, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    if done.returncode or done.stderr:
        raise AssertionError('the program ends with %d: %s' % (done.returncode, done.stderr))
    before, after = done.stdout.split('after the step\n')
    found = {}
    for prefix, text in ('', before), ('new ', after):
        for name, rows, columns, numbers in re.findall(
                r'^(\w+) is (\d+) x (\d+)\n(\[\[[^a-zA-Z]*?(?:e[-+]\d+[^a-zA-Z]*?)*\]\])$', text, re.M):
            if '...' not in numbers:
                flat = [float(number) for number in re.sub(r'[][]', ' ', numbers).split()]
                found[prefix + name] = np.array(flat).reshape(int(rows), int(columns))
    return found


def differ(found, name, expected):
    if name not in found:
        return [] if expected.size > 1000 else ['it does not print %s' % name]
    if found[name].shape != expected.shape:
        return ['%s is %s, not %s' % (name, found[name].shape, expected.shape)]
    far = np.max(np.abs(found[name] - expected) / np.maximum(1, np.abs(expected)))
    return ['%s differs by %g' % (name, far)] if not far <= 1e-12 else []


def takes_the_step(options):
    epochs = ['--epochs=2', '--epochs=3']
    more = program.as_options(options)
    found = run_program(epochs[0], *more)
    GRADUS.must('--parameters=next.json', '--quiet', epochs[1], *more, folder=FOLDER)
    complaints = []
    for l, (w, b) in enumerate(program.read_parameters(FOLDER / 'next.json'), 1):
        complaints += differ(found, 'new W%d' % l, w) + differ(found, 'new b%d' % l, b)
    if not any(name.startswith('dZ') or name.startswith('db') for name in found):
        complaints.append('it prints no gradient')
    return complaints


def one_example_alone():
    """A batch of one is what a run with batch=1 on that example alone would take; here by hand."""
    found = run_program('--epochs=5', '--init-scale=1', '--example=17', '--l2=2', '--hidden=3')
    x, labels, _ = program.read_data(FOLDER / 'data.csv')
    (w1, b1), (w2, b2) = program.read_parameters(FOLDER / 'now.json')
    x, y = x[:, 16:17], labels[16]
    a1 = np.tanh(w1 @ x + b1)
    dz2 = 1 / (1 + np.exp(-(w2 @ a1 + b2))) - y
    dz1 = w2.T @ dz2 * (1 - a1 ** 2)
    dw1, dw2 = dz1 @ x.T + 2 / 400 * w1, dz2 @ a1.T + 2 / 400 * w2
    return (differ(found, 'dZ1', dz1) + differ(found, 'dW1', dw1) + differ(found, 'dW2', dw2)
            + differ(found, 'db1', dz1) + differ(found, 'new W1', w1 - 1.2 * dw1)
            + differ(found, 'new b2', b2 - 1.2 * dz2))


def reads_what_is_named():
    GRADUS.must('--step-out=step.py', '--examples=3000', '--epochs=0', '--quiet', folder=FOLDER)
    text = (FOLDER / 'step.py').read_text(encoding='utf-8')
    return [] if '--data-out="data.csv"' in text else ['it does not say where data.csv is from']


def holds_together(*arguments):
    GRADUS.must('--step-out=step.tex', '--epochs=3', '--quiet', *arguments, folder=FOLDER)
    text = (FOLDER / 'step.tex').read_text(encoding='utf-8')
    complaints = []
    if text.count('{') != text.count('}') or text.count(r'\[') != text.count(r'\]'):
        complaints.append('braces or displays are not balanced')
    if text.count('$') % 2 or re.search(r'[^\x00-\x7f]', text):
        complaints.append('a sign would not be understood')
    body = re.sub(r'^% needs .*\n', '', text)
    if re.search(r'(?<!\\)[%#~]', body) or 'inf' in body.replace(r'\infty', '') or 'e+' in body:
        complaints.append('a sign is not escaped')
    matrices = re.findall(r'\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}', body)
    if len(matrices) != body.count(r'\begin') or len(matrices) != body.count(r'\end'):
        complaints.append('the matrices are not closed')
    for matrix in matrices:
        columns = {row.count('&') for row in matrix.split(r'\\')}
        if len(columns) != 1 or max(columns) > 9:
            complaints.append('the rows of a matrix are not alike: %s' % matrix)
    if '&' in re.sub(r'\\begin\{bmatrix\}.*?\\end\{bmatrix\}', '', body):
        complaints.append('an & stands outside of a matrix')
    layers = len(set(re.findall(r'Z\^\{\[(\d+)\]\}', body.replace('z', 'Z'))))
    # X, Y, and Z, A, dZ, dW, db, W, b of each layer
    if body.count(r'\[') != 2 + 7 * layers:
        complaints.append('there are %d equations for %d layers' % (body.count(r'\['), layers))
    return complaints


def says_the_numbers():
    GRADUS.must('--step-out=step.tex', '--epochs=0', '--init=constant', '--init-scale=0.5',
                '--hidden=1', '--quiet', folder=FOLDER)
    text = (FOLDER / 'step.tex').read_text(encoding='utf-8')
    wanted = r'\[ W^{[1]} := W^{[1]} - \alpha\, dW^{[1]} = \begin{bmatrix} 0.5 & 0.5 \end{bmatrix} - 1.2 '
    return [] if wanted in text else ['%s is not in it' % wanted]


def title(options):
    return 'the program takes the step of ' + (' '.join(program.as_options(options))
                                               or 'the defaults')


CLAIMS = {title(options): functools.partial(takes_the_step, options) for options in EXPERIMENTS}
CLAIMS.update({
    'one example alone is a batch of one': one_example_alone,
    'a program that reads files says how to write them': reads_what_is_named,
    'LaTeX holds together': holds_together,
    'LaTeX of many layers and units holds together':
        functools.partial(holds_together, '--hidden=40;9;10', '--l2=1'),
    'LaTeX of a softmax holds together': functools.partial(holds_together, '--data=few.csv'),
    'LaTeX of one example holds together': functools.partial(holds_together, '--example=3'),
    'LaTeX of huge and tiny numbers holds together':
        functools.partial(holds_together, '--init-scale=1000', '--alpha=0.000001',
                          '--activation=identity'),
    'LaTeX has the numbers': says_the_numbers,
})
claims.run(program.guarded(CLAIMS))
