#!/usr/bin/python3
"""What gradus-cli does: its options, its files and its exit status: test-cli.py CLI."""
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

import numpy as np

import claims
import program

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-cli-')
ALL_OUTPUTS = ['--history=h.csv', '--parameters=p.json', '--data-out=d.csv', '--save=s.gradus',
               '--plot=boundary:b.png', '--plot=cost:c.svg', '--plot=units:u.pdf',
               '--plot=window:w.png']
NAMES = {'h.csv', 'p.json', 'd.csv', 's.gradus', 'b.png', 'c.svg', 'u.pdf', 'w.png'}
DIVERGES = ['--activation=relu', '--alpha=1000', '--init-scale=1']


def new_folder():
    return pathlib.Path(tempfile.mkdtemp(dir=KEPT.name))


def run(*arguments, folder=None, **more):
    """Runs what has to succeed, in a folder of its own; returns that folder."""
    folder = folder or new_folder()
    GRADUS.must(*arguments, folder=folder, **more)
    return folder


def history(*arguments):
    return program.read_history(run('--history=h.csv', '--quiet', *arguments) / 'h.csv')


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def expect(*pairs):
    """A complaint for each (what, found, wanted) that differ."""
    return ['%s: %r, not %r' % pair for pair in pairs if pair[1] != pair[2]]


def difference(one, other):
    return ['%s differs' % name for name in sorted(set(one) | set(other))
            if one.get(name) != other.get(name)]


def the_summary_is_one_line():
    plain = GRADUS.must('--epochs=100').stdout
    both = GRADUS.must('--epochs=100', '--held-out=0.25').stdout
    pattern = r'epoch 100  cost 0\.\d{6}  accuracy \d\d\.\d\d %'
    return [repr(line) for line, end in ((plain, r'\n'),
                                         (both, r'  held out: cost 0\.\d{6}  accuracy \d\d\.\d\d %\n'))
            if not re.fullmatch(pattern + end, line)]


def half_a_percent_goes_up():
    """As in the window: 61 of 160 are 38.125 %."""
    folder = new_folder()
    (folder / 'half.csv').write_text('a,b,kind\n' + ''.join(
        '%d,%d,%d\n' % (i, i % 7, i >= 61) for i in range(160)))
    said = GRADUS.must('--data=half.csv', '--init=zeros', '--epochs=0', folder=folder).stdout
    return [] if said == 'epoch 0  cost 0.693147  accuracy 38.13 %\n' else [said]


def explain_says_what_goes_on():
    lines = GRADUS.must('--epochs=1000', '--explain').stdout.splitlines()
    several = GRADUS.must('--epochs=0', '--explain', '--compare=init-scale=0,10').stdout.splitlines()
    done = GRADUS.run('--explain', *DIVERGES)
    wrong = expect(
        ('lines', len(lines), 2),
        ('the sentence', lines[-1],
         'Small random weights broke the symmetry: the four units now face four ways.'),
        ('quiet', GRADUS.must('--epochs=0', '--explain', '--quiet').stdout, ''),
        ('the run', several[3],
         'run 10  Saturated at the start (89 % of the outputs): 95 % of the error is blocked.'),
        ('its status', done.returncode, 3))
    if not re.search(r'^Diverged at epoch \d+: α = 1000 is above 2/λmax = \d', done.stdout, re.M):
        wrong.append(done.stdout)
    return wrong


def quiet_prints_nothing():
    return expect(('output', GRADUS.must('--quiet', '--epochs=1').stdout, ''))


def both_forms_are_the_same():
    one = GRADUS.must('--epochs=10', '--init-scale=1', '--hidden=3,2', '--standardise').stdout
    other = GRADUS.must('--epochs', '10', '--init-scale', '1', '--hidden', '3;2', '--standardise',
                        'true').stdout
    return expect(('output', one, other)) + (
        ['the options do nothing'] if one == GRADUS.must('--epochs=10').stdout else [])


def help_is_readable():
    text = GRADUS.must('--help').stdout
    names = re.findall(r'^  --([a-z0-9-]+)', text, re.MULTILINE)
    wanted = ('data compare shard history every diagnose parameters plot size scale type theme example '
              'caption film film-seconds film-rate frames frame-count frame-from frame-spacing '
              'layer units step-out data-out save check-gradient landmarks explain lesson reproduce threads quiet version help '
              'source file x1 x2 label examples noise data-seed held-out test-examples test-seed '
              'standardise hidden activation init init-scale bias-scale seed alpha alpha-schedule changes '
              'batch l2 epochs vary values across across-values sweep table').split()
    return (['too wide: ' + line for line in text.splitlines() if len(line) > 80]
            + expect(('options', sorted(names), sorted(wanted)),
                     ('version', GRADUS.must('--version').stdout.split()[0], 'gradus-cli')))


def two_runs_are_the_same():
    one, other = (contents(run('--epochs=200', '--held-out=0.2', '--batch=70', *ALL_OUTPUTS))
                  for _ in range(2))
    return expect(('files', set(one), NAMES)) + difference(one, other)


def threads_change_nothing():
    arguments = ['--examples=20000', '--hidden=5;3', '--init-scale=1', '--epochs=12', '--quiet',
                 '--held-out=0.3', '--history=h.csv', '--parameters=p.json']
    complaints = []
    for more in [], ['--batch=5000']:
        first = contents(run('--threads=1', *arguments, *more))
        for threads in 2, 3, 7:
            complaints += difference(first, contents(run('--threads=%d' % threads, *arguments,
                                                         *more)))
    return complaints


def german_environment():
    """An environment whose numbers have a decimal comma; None where no such can be had."""
    installed = subprocess.run(['locale', '-a'], capture_output=True, text=True).stdout.split()
    if any(name.lower().replace('-', '') == 'de_de.utf8' for name in installed):
        return {'LC_ALL': 'de_DE.UTF-8'}
    folder = new_folder()
    if shutil.which('localedef') is None:
        return None
    subprocess.run(['localedef', '--no-archive', '-i', 'de_DE', '-f', 'UTF-8',
                    str(folder / 'de_DE.UTF-8')], capture_output=True, check=False)
    return {'LC_ALL': 'de_DE.UTF-8', 'LOCPATH': str(folder)} if any(folder.iterdir()) else None


def the_locale_changes_nothing():
    german = german_environment()
    if german is None:
        return []
    arguments = ['--epochs=50', '--alpha=0.5', '--held-out=0.2', '--check-gradient', *ALL_OUTPUTS]
    folders, outputs = [], []
    for environment in {'LC_ALL': 'C'}, german:
        folders.append(new_folder())
        outputs.append(GRADUS.must(*arguments, folder=folders[-1], **environment).stdout)
    return expect(('output', outputs[1], outputs[0])) + difference(*map(contents, folders))


def every_picks_rows():
    epochs, rows = history('--epochs=100', '--every=7')
    all_rows = history('--epochs=100')[1]
    return expect(('epochs', epochs, list(range(0, 99, 7)) + [100]),
                  ('same', np.array_equal(rows[:, :2], all_rows[epochs][:, :2]), True))


def long_runs_keep_exact_rows():
    small = ['--examples=4', '--hidden=1', '--epochs=40001']
    epochs, rows = history(*small)
    all_epochs, all_rows = history(*small, '--every=1')
    some = history(*small, '--every=10000')[0]
    return expect(('kept', epochs, list(range(0, 40001, 4)) + [40001]),
                  ('all', all_epochs, list(range(40002))),
                  ('some', some, [0, 10000, 20000, 30000, 40000, 40001]),
                  ('same', np.array_equal(rows[:, :2], all_rows[epochs][:, :2]), True))


def history_can_be_standard_output():
    folder = new_folder()
    done = GRADUS.run('--epochs=3', '--history=-', folder=folder)
    run('--epochs=3', '--history=h.csv', folder=folder)
    return expect(('standard output', done.stdout, (folder / 'h.csv').read_text()),
                  ('summary', done.stderr.split()[:3], ['epoch', '3', 'cost']),
                  ('exit status', done.returncode, 0))


def zero_epochs_train_nothing():
    folder = run('--epochs=0', *ALL_OUTPUTS)
    layers = program.read_parameters(folder / 'p.json')
    rng = np.random.RandomState(2)
    return expect(('epochs', program.read_history(folder / 'h.csv')[0], [0]),
                  ('W1', layers[0][0].tolist(), (rng.randn(4, 2) * 0.01).tolist()),
                  ('b1', layers[0][1].tolist(), [[0]] * 4))


def pictures_are_as_asked():
    folder = run('--epochs=5', '--size=320x240', '--scale=2', '--theme=dark', '--plot=boundary:b.png',
                 '--plot=units:u.PNG', '--plot=cost:c.svg', '--plot=window:w.pdf')
    sizes = [struct.unpack('>II', (folder / name).read_bytes()[16:24]) for name in ('b.png', 'u.PNG')]
    return expect(('sizes', sizes, [(640, 480)] * 2),
                  ('svg', b'<svg' in (folder / 'c.svg').read_bytes()[:200], True),
                  ('pdf', (folder / 'w.pdf').read_bytes()[:5], b'%PDF-'))


def pictures_are_of_what_is_chosen():
    views = 'units', 'step', 'symmetry', 'saturation', 'parameters', 'hidden-space'
    plots = ['--plot=%s:%s.png' % (view, view) for view in views]
    one, same, other, units = (
        contents(run('--hidden=4;3', '--init-scale=1', '--epochs=5', *plots, *more))
        for more in ([], ['--units=1,2'], ['--layer=2'], ['--units=3,1']))
    return difference(one, same) + expect(
        ('changed by --layer', {name for name in one if one[name] != other[name]}, set(one)),
        ('changed by --units', {name for name in one if one[name] != units[name]},
         {'hidden-space.png'}))


def runs_side_by_side_show_the_layer_that_is_chosen():
    """Where one is less deep than the others, its last."""
    first, second = (
        contents(run('--compare=hidden=4;8,4', '--init-scale=1', '--epochs=5', '--plot=compare:a.png',
                     '--layer=%d' % layer)) for layer in (1, 2))
    return expect(('changed', [name for name in first if first[name] != second[name]], ['a.png']))


def type_is_larger_in_the_same_size():
    views = 'boundary', 'cost', 'units', 'window', 'step'
    plots = ['--size=960x540', *('--plot=%s:%s.png' % (view, view) for view in views)]
    plain, one, two = (contents(run('--epochs=5', *plots, *more))
                       for more in ([], ['--type=1'], ['--type=2']))
    sizes = {struct.unpack('>II', content[16:24]) for content in two.values()}
    return difference(plain, one) + expect(
        ('sizes', sizes, {(960, 540)}),
        ('changed', {name for name in plain if plain[name] != two[name]}, set(plain)))


def options_override_the_experiment():
    folder = new_folder()
    (folder / 'x.gradus').write_text('[descent]\nepochs=7\nalpha=0.5\n[network]\nhidden=3\n')
    run('--hidden=2', 'x.gradus', '--epochs=4', '--save=y.gradus', '--parameters=p.json',
        folder=folder)
    saved = (folder / 'y.gradus').read_text().splitlines()
    return ['%s is not saved' % line for line in ('epochs=4', 'alpha=0.5', 'hidden=2', 'seed=2')
            if line not in saved] + expect(
                ('units', len(program.read_parameters(folder / 'p.json')[0][0]), 2))


def a_saved_experiment_runs_the_same():
    folder = new_folder()
    (folder / 'lessons').mkdir()
    rng = np.random.RandomState(0)
    (folder / 'a b;c.csv').write_text('u,v,kind\n' + ''.join(
        '%r,%r,%s\n' % (*map(float, rng.randn(2) + 3 * (i % 3)), 'abc'[i % 3]) for i in range(60)))
    run('--data=a b;c.csv', '--x1=v', '--x2=1', '--epochs=30', '--hidden=3,2', '--l2=0.1',
        '--alpha-schedule=5:0.3', '--history=h.csv', '--save=lessons/s.gradus', folder=folder)
    run('../lessons/s.gradus', '--history=../again.csv', '--save=s.gradus',
        folder=folder / 'lessons')
    lines = (folder / 'lessons' / 's.gradus').read_text().splitlines()
    return expect(('history', (folder / 'again.csv').read_text(), (folder / 'h.csv').read_text()),
                  ('file', 'file=../a b;c.csv' in lines, True))


def what_was_held_out_is_again():
    """The examples as they were written bring their split along."""
    folder = new_folder()
    run('--held-out=0.3', '--test-examples=50', '--epochs=20', '--history=h.csv',
        '--data-out=d.csv', folder=folder)
    run('--data=d.csv', '--epochs=20', '--history=again.csv', '--data-out=d2.csv', folder=folder)
    return expect(('history', (folder / 'again.csv').read_text(), (folder / 'h.csv').read_text()),
                  ('data', (folder / 'd2.csv').read_text(), (folder / 'd.csv').read_text()),
                  ('held out', program.read_data(folder / 'd.csv')[2].sum(), 170))


def recipes_and_files_are_told_apart():
    folder = new_folder()
    (folder / 'moons').write_text('0,0,0\n1,1,1\n2,2,0\n3,3,1\n5,2,1\n')
    run('--data=./moons', '--epochs=1', '--data-out=file.csv', folder=folder)
    run('--data=moons', '--epochs=1', '--data-out=recipe.csv', folder=folder)
    counts = [program.read_data(folder / name)[0].shape[1] for name in ('file.csv', 'recipe.csv')]
    return expect(('examples', counts, [5, 400]))


def a_file_named_is_read():
    """Whatever the experiment's source was, and wherever its columns are named."""
    folder = new_folder()
    (folder / 'in.csv').write_text('0,5,0\n1,6,1\n2,7,0\n3,8,1\n5,9,1\n')
    (folder / 'x.gradus').write_text('[data]\nsource=moons\nfile=none.csv\n')
    run('--x1=2', '--file=in.csv', 'x.gradus', '--epochs=1', '--data-out=out.csv', '--save=y.gradus',
        folder=folder)
    return expect(('x1', list(program.read_data(folder / 'out.csv')[0][0]), [5, 6, 7, 8, 9]),
                  ('source', 'source=file' in (folder / 'y.gradus').read_text(), True))


def data_out_is_the_data():
    """As read, before standardising, in its order, and readable again."""
    folder = new_folder()
    (folder / 'in.csv').write_text('x1;x2;label\n' + ''.join(
        '%d,5;%d,25;%s\n' % (i, i * i, 'ja' if i % 3 else 'nein') for i in range(10)))
    run('--data=in.csv', '--standardise', '--held-out=0.3', '--epochs=1', '--data-out=out.csv',
        folder=folder)
    x, labels, held_out = program.read_data(folder / 'out.csv')
    run('--data=out.csv', '--epochs=1', '--data-out=again.csv', folder=folder)
    again = program.read_data(folder / 'again.csv')
    return expect(('x', x.tolist(), [[i + 0.5 for i in range(10)], [i * i + 0.25 for i in range(10)]]),
                  ('labels', labels.tolist(), [0 if i % 3 else 1 for i in range(10)]),
                  ('held out', held_out.sum(), 3),
                  ('x again', again[0].tolist(), x.tolist()),
                  ('labels again', again[1].tolist(), labels.tolist()))


def divergence_is_told():
    folder = new_folder()
    done = GRADUS.run(*DIVERGES, *ALL_OUTPUTS, folder=folder)
    told = re.fullmatch(r'gradus-cli: diverged at epoch (\d+): .*\n', done.stderr)
    epochs, rows = program.read_history(folder / 'h.csv')
    last = np.concatenate([a.ravel() for layer in program.read_parameters(folder / 'p.json')
                           for a in layer])
    return expect(('exit status', done.returncode, 3), ('files', set(contents(folder)), NAMES),
                  ('last epoch', epochs[-1], int(told.group(1)) - 1 if told else done.stderr),
                  ('finite', bool(np.isfinite(rows[:, 0]).all() and np.isfinite(last).all()), True))


def gradient_checks_are_printed():
    lines = GRADUS.must('--check-gradient', '--epochs=20', '--examples=50').stdout.splitlines()[1:]
    found = [re.match(r'gradient check  epoch (\d+)  difference ([0-9.e-]+)$', line)
             for line in lines]
    if not all(found):
        return lines
    return expect(('epochs', [int(match.group(1)) for match in found], [0, 20]),
                  ('small', all(float(match.group(2)) < 1e-7 for match in found), True))


def a_check_of_huge_features_says_what_helps():
    folder = new_folder()
    (folder / 'in.csv').write_text(''.join('%d,%d,%d\n' % (10 ** 15 + i, i, i % 2) for i in range(9)))
    arguments = '--data=in.csv', '--check-gradient', '--epochs=3'
    done = GRADUS.run(*arguments, folder=folder)
    GRADUS.must(*arguments, '--standardise', folder=folder)
    return expect(('exit status', done.returncode, 1), ('lines', done.stderr.count('\n'), 1),
                  ('--standardise', '--standardise is right' in done.stderr, True))


def a_check_of_huge_parameters_says_what_helps():
    done = GRADUS.run('--changes=0:b2[1]=1e6;0:W1[1,1]=-1e6', '--check-gradient', '--epochs=1')
    return expect(('exit status', done.returncode, 1), ('lines', done.stderr.count('\n'), 1),
                  ('--init-scale', 'a smaller --init-scale or' in done.stderr, True))


def an_interrupt_leaves_nothing():
    folder = new_folder()
    (folder / 'h.csv').write_text('old')
    child = subprocess.Popen([GRADUS.path, '--epochs=1000000000', *ALL_OUTPUTS], cwd=folder,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.3)
    child.send_signal(signal.SIGINT)
    return expect(('exit status', child.wait(20), -signal.SIGINT),
                  ('files', contents(folder), {'h.csv': b'old'}))


claims.run(program.guarded({
    'the summary is one line': the_summary_is_one_line,
    'a share that lies between two is rounded up, as in the window': half_a_percent_goes_up,
    'quiet prints nothing': quiet_prints_nothing,
    'one sentence says what goes on': explain_says_what_goes_on,
    '--name=value and --name value are the same': both_forms_are_the_same,
    'the help names every option within 80 columns': help_is_readable,
    'two runs of an experiment give the same files': two_runs_are_the_same,
    'any number of threads gives the same files': threads_change_nothing,
    'the locale changes no number': the_locale_changes_nothing,
    '--every picks rows of the history': every_picks_rows,
    'rows of long runs are exact': long_runs_keep_exact_rows,
    'the history can be standard output': history_can_be_standard_output,
    'no epochs train nothing': zero_epochs_train_nothing,
    'pictures have the size and format asked for': pictures_are_as_asked,
    'pictures are of the layer and the units asked for': pictures_are_of_what_is_chosen,
    'runs side by side show the layer asked for': runs_side_by_side_show_the_layer_that_is_chosen,
    'options override the experiment': options_override_the_experiment,
    'a saved experiment runs the same, from anywhere': a_saved_experiment_runs_the_same,
    'what was held out is held out when it is read again': what_was_held_out_is_again,
    'the name of a recipe is the recipe, ./name a file': recipes_and_files_are_told_apart,
    '--file alone reads the table': a_file_named_is_read,
    'the examples are written as they were read': data_out_is_the_data,
    'divergence is told and keeps what there was': divergence_is_told,
    'a gradient check of huge features says what helps': a_check_of_huge_features_says_what_helps,
    'a gradient check of huge parameters says what helps':
        a_check_of_huge_parameters_says_what_helps,
    'gradient checks are printed': gradient_checks_are_printed,
    'an interrupt leaves no file behind': an_interrupt_leaves_nothing,
}))
