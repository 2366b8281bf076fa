"""The parts of the bench about what else a run costs: pictures, waiting, memory, growth, and
instructions."""
import collections
import math
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

from measure import ONE_THREAD, Section, by_turns, find_most_memory, span
from speed import case_name, start_trainer

HERE = pathlib.Path(__file__).parent


def call(*command, **env):
    return subprocess.run(command, env=dict(ONE_THREAD, **env), check=True, capture_output=True,
                          text=True)


def time_plots(plan, size, *prefixes):
    """{picture: median seconds}"""
    times = collections.defaultdict(list)
    for line in call(plan.bench, 'plots', str(size), str(plan.n_frames),
                     *prefixes).stdout.splitlines():
        name, seconds = line.split()
        times[name].append(float(seconds))
    return {name: statistics.median(each) for name, each in times.items()}


def plots(plan):
    section = Section('A frame, in processor time', 'picture',
                      *('%d px' % size for size in plan.sizes))
    times = {size: time_plots(plan, size, *plan.pictures) for size in plan.sizes}
    for name in times[plan.sizes[0]]:
        section.row(name, *(span(times[size][name]) for size in plan.sizes))
        for size in plan.sizes:
            section.line('frame-%s-%d' % (name, size), times[size][name] * 1e3, 'ms')
    section.show()


def loop(plan):
    section = Section('The main loop while a session trains flat out: from one turn to the next of '
                      'a source that is due each millisecond, and how much of that was work of '
                      'its own',
                      'examples x units', 'median', '99 of 100 under', 'longest',
                      'work: 99 of 100 under', 'epochs/s')
    measures = [lambda case=case: [float(word) for word in call(
        plan.bench, 'loop', *(str(word) for word in case), str(plan.loop_seconds)).stdout.split()]
        for case in plan.loop_cases]
    for case, runs in zip(plan.loop_cases, by_turns(plan.n_rounds, *measures)):
        median, p99, longest, work, n_epochs = (statistics.median(each) for each in zip(*runs))
        section.row(case_name(*case), span(median), span(p99), span(longest), span(work),
                    '%.4g' % (n_epochs / plan.loop_seconds))
        section.line('loop-gap-p99-' + case_name(*case), p99 * 1e3, 'ms')
        section.line('loop-gap-longest-' + case_name(*case), longest * 1e3, 'ms')
        section.line('loop-work-p99-' + case_name(*case), work * 1e3, 'ms')
    section.show()


def startup(plan):
    if shutil.which('xvfb-run') is None or shutil.which('openbox') is None:
        print('Start-up: left out, it needs xvfb and openbox.\n', flush=True)
        return
    section = Section('Start-up, from the program\'s start, on the wall', 'the window', 'median',
                      'longest')
    told = call(str(HERE.parent / 'ui' / 'headless'), sys.executable, str(HERE / 'startup.py'),
                plan.gradus, str(plan.n_rounds)).stdout
    frames = zip(*[[float(word) for word in line.split()] for line in told.splitlines()])
    for name, what, times in zip(('frame', 'whole'), ('has a first frame', 'is whole'), frames):
        section.row(what, span(statistics.median(times)), span(max(times)))
        section.line('startup-' + name, statistics.median(times) * 1e3, 'ms')
    section.show()


def memory(plan):
    section = Section('Memory: how much more gradus-cli has at the most when the examples are ten '
                      'times as many', 'from', 'to', 'an example')
    few, many = plan.memory_cases
    sizes = by_turns(plan.n_rounds, *[lambda m=m: find_most_memory(
        [plan.gradus_cli, '--examples=%d' % m, '--hidden=16', '--epochs=20'])
        for m in (few, many)])
    small, large = (statistics.median(each) for each in sizes)
    section.row('%.1f MB' % (small * 1e-6), '%.1f MB' % (large * 1e-6),
                '%.1f bytes' % ((large - small) / (many - few)))
    section.line('memory', (large - small) / (many - few), 'bytes/example')
    section.show()


def slope(points):
    """The exponent: least squares through the logarithms of (size, cost)."""
    x, y = ([math.log(value) for value in column] for column in zip(*points))
    x_mean, y_mean = statistics.mean(x), statistics.mean(y)
    return (sum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
            / sum((a - x_mean) ** 2 for a in x))


def time_cases(plan, cases):
    """Median processor seconds an epoch of each case."""
    trainers = [start_trainer(plan.bench, *case, 1) for case in cases]
    for trainer in trainers:
        trainer.prepare(2, plan.seconds / 3)
    times = by_turns(plan.n_rounds, *[lambda t=t: t.measure()[0] for t in trainers])
    for trainer in trainers:
        trainer.close()
    return [statistics.median(each) for each in times]


def time_run(plan, n_epochs):
    """Processor seconds of a whole run."""
    answer = call(plan.bench, 'epochs', '400', '4', '1', str(n_epochs)).stdout.split()
    return float(answer[0]) * n_epochs


def growth(plan):
    section = Section('Growth: the exponent of the cost as each number grows tenfold',
                      'number', 'of', 'costs', 'exponent')

    def tell(name, what, sizes, times):
        section.row(name, what, ', '.join(span(t) for t in times),
                    '%.2f' % slope(list(zip(sizes, times))))
        section.line('exponent-' + name, slope(list(zip(sizes, times))), 'exponent')

    tell('examples', '16 units, an epoch', plan.many_examples,
         time_cases(plan, [(m, '16') for m in plan.many_examples]))
    tell('units', '400 examples, an epoch', plan.many_units,
         time_cases(plan, [(400, str(n)) for n in plan.many_units]))
    runs = by_turns(plan.n_rounds, *[lambda n=n: time_run(plan, n) for n in plan.many_epochs])
    tell('epochs', '400 x 4, a run', plan.many_epochs, [statistics.median(each) for each in runs])
    curves = time_plots(plan, plan.sizes[0], 'cost')
    tell('recorded-epochs', 'the cost curve drawn', [int(name[5:]) for name in curves],
         list(curves.values()))
    section.show()


def count_instructions(plan, kernel, m, hidden, n_epochs):
    """By callgrind, of a whole run."""
    with tempfile.TemporaryDirectory() as folder:
        told = call('valgrind', '--tool=callgrind', '--callgrind-out-file=%s/out' % folder,
                    plan.bench, 'epochs', str(m), hidden, '1', str(n_epochs),
                    GRADUS_KERNEL=kernel).stderr
    return int(re.search(r'Collected : (\d+)', told).group(1))


def instructions(plan):
    if shutil.which('valgrind') is None:
        print('Instructions: left out, they need valgrind.\n', flush=True)
        return
    section = Section('Instructions, by callgrind: the same on a slow day of the machine',
                      'set', 'examples x units', 'an epoch', 'an example and unit')
    # Those that valgrind can run.
    for kernel in [name for name in plan.kernels if name != 'avx512']:
        for m, hidden, few, many in plan.instruction_cases:
            n = (count_instructions(plan, kernel, m, hidden, many)
                 - count_instructions(plan, kernel, m, hidden, few)) / (many - few)
            name = '%s-%s' % (case_name(m, hidden), kernel)
            section.row(kernel, case_name(m, hidden), '%.0f' % n, '%.2f' % (n / m / int(hidden)))
            section.line('instructions-epoch-' + name, n, 'instructions')
            section.line('instructions-unit-' + name, n / m / int(hidden), 'instructions')
    section.show()
