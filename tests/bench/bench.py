#!/usr/bin/python3
"""How fast Gradus is: bench.py [--quick] BUILD [PART...], with the build's directory.

Whatever is compared runs by turns, one thread each unless said, so that whatever else the machine
does meets all of them; a figure is the median over the rounds, and a ratio the median over the
rounds of that round's ratio. --quick runs the smallest cases once: whether the bench still works.
"""
import os
import pathlib
import platform
import sys

import costs
import speed
from measure import Worker

PARTS = {'epochs': speed.epochs, 'threads': speed.threads, 'kernels': speed.kernels,
         'plots': costs.plots, 'loop': costs.loop, 'startup': costs.startup,
         'memory': costs.memory, 'growth': costs.growth, 'instructions': costs.instructions}


class Plan:
    """What is measured, and how often."""
    n_rounds = 5
    n_frames = 15
    seconds = 0.15              # of training in a round
    milliseconds = 20           # of each loop that finds a limit of the processor
    cases = ((400, '4', 7), (400, '64', 7), (10000, '16', 7), (1000000, '16', 5),
             (400, '64;64;64', 5))
    thread_cases = ((400, '4'), (10000, '16'), (1000000, '16'))
    kernel_cases = ((400, '4'), (400, '64'), (10000, '16'), (400, '64;64;64'))
    sizes = (600, 1200)
    pictures = ()               # all
    loop_cases = ((400, '4'), (1000000, '16'))
    loop_seconds = 1.5
    memory_cases = (100000, 1000000)
    many_examples = (1000, 10000, 100000, 1000000)
    many_units = (10, 100, 1000)
    many_epochs = (1000, 10000, 100000)
    instruction_cases = ((400, '4', 500, 1500), (10000, '16', 2, 12))

    def __init__(self, build):
        self.bench = str(build / 'tests' / 'bench' / 'bench')
        self.gradus = str(build / 'src' / 'app' / 'gradus')
        self.gradus_cli = str(build / 'src' / 'cli' / 'gradus-cli')
        limit = Worker([self.bench, 'limit'])
        self.kernels = list(speed.ask_limits(limit, 1))
        limit.close()
        wanted = os.environ.get('GRADUS_KERNEL')
        self.kernel = wanted if wanted in self.kernels else self.kernels[-1]


class QuickPlan(Plan):
    n_rounds = n_frames = milliseconds = 1
    seconds = 0.001
    cases = ((40, '2', 1), (40, '2;2', 1))
    thread_cases = kernel_cases = ((40, '2'),)
    sizes = (100,)
    pictures = ('field', 'scene-4', 'boundary-400')
    loop_cases = ((40, '2'),)
    loop_seconds = 0.05
    memory_cases = (1000, 10000)
    many_examples = (100, 1000)
    many_units = (2, 20)
    many_epochs = (10, 100)
    instruction_cases = ((40, '2', 1, 2),)


def describe_machine():
    model = platform.machine()
    cpuinfo = pathlib.Path('/proc/cpuinfo')
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding='utf-8').splitlines():
            if line.startswith('model name'):
                model = line.split(':', 1)[1].strip()
    return '%s, %d processors, load %.1f' % (model, len(os.sched_getaffinity(0)),
                                             os.getloadavg()[0])


def main():
    words = sys.argv[1:]
    quick = words[:1] == ['--quick']
    build, *parts = words[1:] if quick else words
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        sys.exit('%s: no such part; there are %s' % (unknown[0], ', '.join(PARTS)))
    plan = (QuickPlan if quick else Plan)(pathlib.Path(build))
    print(describe_machine() + '\n')
    for part in parts or PARTS:
        PARTS[part](plan)


if __name__ == '__main__':
    main()
