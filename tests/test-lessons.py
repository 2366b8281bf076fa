#!/usr/bin/python3
"""Whether the lessons that ship are true, and what gradus-cli says of those that are not:
test-lessons.py CLI SOURCE_ROOT."""
import functools
import pathlib
import re
import sys
import tempfile

import claims
import program

GRADUS = program.Program(sys.argv[1])
LESSONS = sorted((pathlib.Path(sys.argv[2]) / 'data' / 'lessons').glob('*.lesson'))
KEPT = tempfile.TemporaryDirectory(prefix='gradus-lessons-')
FOLDER = pathlib.Path(KEPT.name)
HEAD = '[lesson]\ntitle=T\nsummary=S\n[step 1]\ncaption=C\n'


def holds(lesson):
    done = GRADUS.run('--lesson=%s' % lesson, '--quiet')
    return [] if (done.returncode, done.stdout, done.stderr) == (0, '', '') \
        else [done.stdout, done.stderr]


def claims_something(lesson):
    """A lesson without a claim would be true whatever the program does."""
    text = lesson.read_text(encoding='utf-8')
    return ['%s: %d waits, %d claims' % (lesson.name, text.count('\nwait='), text.count('\nexpect='))
            for _ in [0] if text.count('\nexpect=') < text.count('\nwait=')]


def run(text, *options):
    (FOLDER / 'x.lesson').write_text(text, encoding='utf-8')
    return GRADUS.run('--lesson=x.lesson', *options, folder=FOLDER)


def numbers_are_the_runs():
    done = run(HEAD + 'wait=epoch 1000\nreveal=*J* is {cost:6} at {epoch}\n'
               'expect=cost = 0.288083 ± 0.000001\n')
    return [] if done.returncode == 0 and done.stderr == '' and '\n> J is 0.288083 at 1000\n' in \
        done.stdout and done.stdout.endswith('\n= cost = 0.288083 ± 0.000001\n') else [done.stdout,
                                                                                      done.stderr]


def false_claim():
    done = run(HEAD + 'wait=epoch 1000\nexpect=alike = 0; cost < 0.288\n[step 2]\ncaption=D\n')
    right = ('gradus-cli: x.lesson: [step 1] expect: “cost < 0.288” does not hold; cost is 0.288083 '
             'at epoch 1000\n')
    return [] if (done.returncode, done.stderr) == (1, right) and 'Step 2 of 2' in done.stdout \
        else [done.stdout, done.stderr]


def waiting_in_vain():
    done = run(HEAD + 'init=zeros\nepochs=50\nwait=plateau-left\n')
    right = ('gradus-cli: x.lesson: [step 1] wait: “plateau-left” does not hold; plateau-left is – '
             'at epoch 50\n')
    return [] if (done.returncode, done.stderr) == (1, right) else [done.stdout, done.stderr]


def divergence_can_be_waited_for():
    done = run(HEAD + 'activation=relu\nalpha=1000\ninit-scale=1\nwait=diverged\n'
               'expect=diverged < 1000\n')
    return [] if (done.returncode, done.stderr) == (0, '') else [done.stdout, done.stderr]


def run_goes_on():
    """Two steps of one run are the run of both."""
    done = run(HEAD + 'epochs=10\nwait=finished\n[step 2]\ncaption=D\nepochs=1000\nwait=epoch 1000\n'
               'expect=cost = 0.288083 ± 0.000001\n')
    return [] if (done.returncode, done.stderr) == (0, '') else [done.stdout, done.stderr]


def comparison():
    done = run(HEAD + 'vary=init-scale\nvalues=0;0.01;1\nwait=epoch 1000\n'
               'expect=cost@1 = 0.693147 ± 0.000001; cost@2 = 0.288083 ± 0.000001; '
               'cost@3 = 0.288553 ± 0.000001; alike@1 = 4; alike@2 = 0\n')
    return [] if (done.returncode, done.stderr) == (0, '') else [done.stdout, done.stderr]


def faults_say_where():
    done = run(HEAD + 'alpha=much\n')
    missing = GRADUS.run('--lesson=nowhere.lesson', folder=FOLDER)
    beside = GRADUS.run('--lesson=x.lesson', '--alpha=2', folder=FOLDER)
    complaints = []
    for got, words in ((done, 'x.lesson:6: [step 1] alpha: “much”'), (missing, 'nowhere.lesson: '),
                       (beside, '--lesson: it brings its own experiments; without --alpha')):
        if got.returncode != 1 or got.stdout or not got.stderr.startswith('gradus-cli: ' + words):
            complaints.append(got.stderr)
    return complaints


def list_is_in_the_windows_order():
    lines = GRADUS.must('--lesson').stdout.splitlines()
    names = [line.split()[0] for line in lines]
    order = [int(re.search('^order=(.*)$', lesson.read_text(encoding='utf-8'), re.M).group(1))
             for name in names for lesson in LESSONS if lesson.stem == name]
    return ([] if sorted(names) == [lesson.stem for lesson in LESSONS] else names) \
        + ([] if order == sorted(order) else [str(order)]) \
        + ['too wide: ' + line for line in lines if len(line) > 80]


def bare_name_is_one_that_ships():
    """Also where nothing of that name lies."""
    named = GRADUS.run('--lesson=plateau', folder=FOLDER)
    file = GRADUS.run('--lesson=%s' % next(l for l in LESSONS if l.stem == 'plateau'))
    none = GRADUS.run('--lesson=x', folder=FOLDER)
    right = ('gradus-cli: --lesson: there is none called “x”; gradus-cli --lesson lists those that '
             'there are, and a file such as mine.lesson is right too\n')
    return ([] if named.returncode == 0 and named.stdout == file.stdout != '' else [named.stdout]) \
        + ([] if (none.returncode, none.stdout, none.stderr) == (1, '', right) else [none.stderr])


def window_has_them_all():
    """The window looks for them in its resources, which name each."""
    listed = (pathlib.Path(sys.argv[2]) / 'ui' / 'gradus.gresource.xml').read_text(encoding='utf-8')
    return ['%s is not in the resources' % lesson.name for lesson in LESSONS
            if '>../data/lessons/%s<' % lesson.name not in listed]


claims.run(
    {'%s is true' % lesson.stem: functools.partial(holds, lesson) for lesson in LESSONS}
    | {'%s claims something of each wait' % lesson.stem: functools.partial(claims_something, lesson)
       for lesson in LESSONS}
    | {'the window has them all': window_has_them_all,
       'without a name they are listed in the window’s order': list_is_in_the_windows_order,
       'a bare name is a lesson that ships': bare_name_is_one_that_ships,
       'words hold the run’s own numbers': numbers_are_the_runs,
       'what does not hold is named, with what was found': false_claim,
       'waiting in vain is a failure': waiting_in_vain,
       'divergence can be waited for': divergence_can_be_waited_for,
       'a run goes on from step to step': run_goes_on,
       'runs are compared in step': comparison,
       'faults say where they are': faults_say_where})
