#!/usr/bin/python3
"""scikit-learn's MLPClassifier at the course's problem: full batch, no momentum, no shuffling.

scikit.py EXAMPLES HIDDEN [N...] answers each N, at least 2, as peer.serve says. It begins with the
course's weights. What a fit does before its first epoch is over is not counted, so that checking
and sorting the data weigh nothing; the epochs from the second on are.
"""
import sys
import time
import warnings

from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

import course
import peer


class Stopwatch(MLPClassifier):
    """Notes when its epochs end."""

    def _update_no_improvement_count(self, *arguments):
        super()._update_no_improvement_count(*arguments)
        self.ends.append((time.process_time(), time.perf_counter()))


def main():
    m, hidden = int(sys.argv[1]), [int(n) for n in sys.argv[2].split(';')]
    X, Y = course.load_planar_dataset(m)
    start = course.start(X, hidden)
    X, y = X.T, Y.ravel()
    network = Stopwatch(hidden, activation='tanh', solver='sgd', alpha=0, batch_size=m,
                        learning_rate_init=1.2, max_iter=1, shuffle=False, tol=0, momentum=0,
                        nesterovs_momentum=False, n_iter_no_change=10 ** 9, warm_start=True)
    warnings.simplefilter('ignore', ConvergenceWarning)

    def train(n_epochs):
        network.ends = []
        network.max_iter = n_epochs
        network.fit(X, y)
        (cpu, wall), (cpu_end, wall_end) = network.ends[0], network.ends[-1]
        n = n_epochs - 1
        return (cpu_end - cpu) / n, (wall_end - wall) / n, network.loss_

    network.ends = []
    network.fit(X, y)                   # makes the arrays that the weights are put into
    for l, (w, b) in enumerate(zip(network.coefs_, network.intercepts_), 1):
        w[...] = start['W%d' % l].T
        b[...] = start['b%d' % l].ravel()
    peer.serve(sys.argv[3:], train)


if __name__ == '__main__':
    main()
