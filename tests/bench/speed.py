"""The parts of the bench about training: beside the peers, by threads, by instruction sets."""
import importlib.util
import pathlib
import statistics
import subprocess
import sys

from measure import Section, Trainer, Worker, by_turns, ratio, span

HERE = pathlib.Path(__file__).parent
# Of an epoch with two features, one hidden layer of tanh and one sigmoid output, the hidden unit's
# tanh and all its sums counted; the units of a further hidden layer have their inner weights
# (forward, backward, gradient) in place of the two features.
FLOPS_UNIT, FLOPS_EXAMPLE, FLOPS_DEEP_UNIT, FLOPS_WEIGHT = 37, 45, 27, 6


def case_name(m, hidden):
    return '%dx%s' % (m, hidden.replace(';', '-'))


def count_flops(m, hidden):
    n = [int(word) for word in hidden.split(';')]
    deep = sum(units * (FLOPS_DEEP_UNIT + FLOPS_WEIGHT * before) for before, units in zip(n, n[1:]))
    return m * (FLOPS_UNIT * n[0] + deep + FLOPS_EXAMPLE)


def count_tanh(m, hidden):
    return m * sum(int(word) for word in hidden.split(';'))


def ask_limits(limit, milliseconds):
    """{instruction set: (operations a second, seconds a tanh)}, the widest last."""
    words = limit.ask(milliseconds)
    return {name: (float(flops), float(tanh))
            for name, flops, tanh in zip(words[::3], words[1::3], words[2::3])}


def start_trainer(bench, m, hidden, n_threads, **env):
    return Trainer([bench, 'epochs', str(m), hidden, str(n_threads)], **env)


def start_peers(bench, m, hidden):
    case = [str(m), hidden]
    peers = {}
    for name, module in (('numpy', 'course'), ('scikit', 'scikit')):
        if importlib.util.find_spec('numpy' if name == 'numpy' else 'sklearn') is not None:
            peers[name] = Trainer([sys.executable, str(HERE / (module + '.py')), *case])
    peers['textbook'] = Trainer([bench, 'textbook', *case])
    return peers


def check_costs(name, ours, peers):
    for peer, theirs in peers.items():
        if abs(ours.start_cost - theirs.start_cost) > 1e-9 * ours.start_cost:
            sys.exit('%s: cost %.17g, and %.17g of %s: nothing to compare'
                     % (name, ours.start_cost, theirs.start_cost, peer))


def compare_case(plan, section, m, hidden, n_rounds):
    """One row: each by turns, and the processor's limits in between."""
    name = case_name(m, hidden)
    ours, limit = start_trainer(plan.bench, m, hidden, 1), Worker([plan.bench, 'limit'])
    peers = start_peers(plan.bench, m, hidden)
    for trainer in (ours, *peers.values()):
        trainer.prepare(10 if m < 100000 else 2, plan.seconds, least=2)
    check_costs(name, ours, peers)

    measures = [lambda t=t: t.measure()[0] for t in (ours, *peers.values())]
    mine, *theirs, limits = by_turns(n_rounds, *measures,
                                     lambda: ask_limits(limit, plan.milliseconds)[plan.kernel])
    for worker in (ours, limit, *peers.values()):
        worker.close()

    flops, n_tanh, seconds = count_flops(m, hidden), count_tanh(m, hidden), statistics.median(mine)
    of_peak = statistics.median(flops / t / peak for t, (peak, _) in zip(mine, limits))
    of_tanh = statistics.median(n_tanh * tanh / t for t, (_, tanh) in zip(mine, limits))
    cells = [name, span(seconds), '%.4g' % (1 / seconds), '%.1f' % (flops / seconds * 1e-9),
             '%.0f %%' % (100 * of_peak), '%.0f %%' % (100 * of_tanh)]
    section.line('epochs-' + name, 1 / seconds, 'epochs/s')
    section.line('gflops-' + name, flops / seconds * 1e-9, 'GFLOP/s')
    section.line('peak-share-' + name, 100 * of_peak, '%')
    section.line('tanh-share-' + name, 100 * of_tanh, '%')
    times = dict(zip(peers, theirs))
    for peer in ('numpy', 'scikit', 'textbook'):
        if peer in times:
            section.line('%s-%s' % (peer, name), 1 / statistics.median(times[peer]), 'epochs/s')
            section.line('%s-ratio-%s' % (peer, name), ratio(times[peer], mine), 'times')
        cells.append('%.1f×' % ratio(times[peer], mine) if peer in times else '-')
    section.row(*cells)


def epochs(plan):
    section = Section('Training, one thread, %s: an epoch in processor time, and how many times as '
                      'long it takes the peers' % plan.kernel,
                      'examples x units', 'epoch', 'epochs/s', 'GFLOP/s', 'of peak', 'tanh alone',
                      'NumPy', 'scikit-learn', 'C and libm')
    for m, hidden, n_rounds in plan.cases:
        compare_case(plan, section, m, hidden, n_rounds)
    section.show()


def compare_threads(plan, section, m, hidden, load):
    name = case_name(m, hidden) + ('-busy' if load else '')
    one, two = (start_trainer(plan.bench, m, hidden, n) for n in (1, 2))
    for trainer in (one, two):
        trainer.prepare(10 if m < 100000 else 2, plan.seconds)
    alone, shared = by_turns(plan.n_rounds, lambda: one.measure()[1], lambda: two.measure()[1])
    for trainer in (one, two):
        trainer.close()
    section.row(case_name(m, hidden), 'one other program at work' if load else 'as it is',
                span(statistics.median(alone)), span(statistics.median(shared)),
                '%.2f×' % ratio(alone, shared))
    section.line('threads-ratio-' + name, ratio(alone, shared), 'times')


def threads(plan):
    section = Section('Two threads against one, on the wall',
                      'examples x units', 'the machine', 'one', 'two', 'faster')
    for load in (False, True):
        hog = subprocess.Popen([sys.executable, '-c', 'while True: pass']) if load else None
        try:
            for m, hidden in plan.thread_cases:
                compare_threads(plan, section, m, hidden, load)
        finally:
            if hog is not None:
                hog.kill()
                hog.wait()
    section.show()


def kernels(plan):
    section = Section('Instruction sets: the most that the processor multiplies and adds, a tanh, '
                      'and an epoch in GFLOP/s and as a share of that most',
                      'set', 'peak', 'tanh', *(case_name(*case) for case in plan.kernel_cases))
    limit = Worker([plan.bench, 'limit'])
    sets = list(ask_limits(limit, plan.milliseconds))
    trainers = {(name, case): start_trainer(plan.bench, *case, 1, GRADUS_KERNEL=name)
                for name in sets for case in plan.kernel_cases}
    for trainer in trainers.values():
        trainer.prepare(10, plan.seconds / 3)
    limits, *times = by_turns(plan.n_rounds, lambda: ask_limits(limit, plan.milliseconds),
                              *[lambda t=t: t.measure()[0] for t in trainers.values()])
    times = dict(zip(trainers, times))
    for worker in (limit, *trainers.values()):
        worker.close()

    for name in sets:
        peak, tanh = (statistics.median(each[name][i] for each in limits) for i in (0, 1))
        cells = [name, '%.1f GFLOP/s' % (peak * 1e-9), '%.3g ns' % (tanh * 1e9)]
        section.line('peak-' + name, peak * 1e-9, 'GFLOP/s')
        section.line('tanh-' + name, tanh * 1e9, 'ns')
        for case in plan.kernel_cases:
            flops, mine = count_flops(*case), times[name, case]
            share = statistics.median(flops / t / each[name][0] for t, each in zip(mine, limits))
            speed = flops / statistics.median(mine) * 1e-9
            cells.append('%.1f (%.0f %%)' % (speed, 100 * share))
            section.line('gflops-%s-%s' % (case_name(*case), name), speed, 'GFLOP/s')
            section.line('peak-share-%s-%s' % (case_name(*case), name), 100 * share, '%')
        section.row(*cells)
    section.show()
