#!/usr/bin/python3
"""How fast Gradus trains, beside the course's NumPy program: bench.py EPOCHS_PROGRAM.

The two run by turns, one thread each, so that whatever else the machine does meets both; a ratio is
the median over the pairs. Both must arrive at the same cost, or there is nothing to compare.
"""
import os
import pathlib
import statistics
import subprocess
import sys

COURSE = pathlib.Path(__file__).with_name('course.py')
# examples, hidden units, epochs, pairs
CASES = ((400, 4, 4000, 7), (400, 64, 500, 7), (10000, 16, 100, 7), (1000000, 16, 2, 3))
ONE_THREAD = dict(os.environ, OPENBLAS_NUM_THREADS='1', OMP_NUM_THREADS='1', MKL_NUM_THREADS='1')


def measure(program, m, n_h, threads, n_epochs):
    """Seconds an epoch, and the last epoch's cost."""
    output = subprocess.run([*program, str(m), str(n_h), str(threads), str(n_epochs)],
                            check=True, capture_output=True, text=True, env=ONE_THREAD).stdout
    seconds, cost = (float(word) for word in output.split())
    return seconds / n_epochs, cost


def report(name, value, unit):
    print('BENCH %s %.6g %s' % (name, value, unit), flush=True)


def main():
    ours, course = [sys.argv[1]], [sys.executable, str(COURSE)]
    n_cpus = len(os.sched_getaffinity(0))
    for m, n_h, n_epochs, n_pairs in CASES:
        case = '%dx%d' % (m, n_h)
        pairs, shared = [], []
        for _ in range(n_pairs):
            mine, cost = measure(ours, m, n_h, 1, n_epochs)
            theirs, their_cost = measure(course, m, n_h, 1, n_epochs)
            if abs(cost - their_cost) > 1e-9 * their_cost:
                sys.exit('%s: cost %.17g, and %.17g in NumPy' % (case, cost, their_cost))
            pairs.append((mine, theirs))
            shared.append(measure(ours, m, n_h, n_cpus, n_epochs)[0])
        mine, theirs = (statistics.median(column) for column in zip(*pairs))
        report('gradus-' + case, 1 / mine, 'epochs/s')
        report('gradus-%s-%d-threads' % (case, n_cpus), 1 / statistics.median(shared), 'epochs/s')
        report('numpy-' + case, 1 / theirs, 'epochs/s')
        report('ratio-' + case, statistics.median(b / a for a, b in pairs), 'times')


if __name__ == '__main__':
    main()
