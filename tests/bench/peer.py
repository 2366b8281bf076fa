"""How the programs that Gradus is compared with take orders and answer, as `bench epochs` does."""
import sys
import time


def serve(words, train):
    """For each number N of the words, or of the lines that come in, trains N epochs and prints what
    one took, in seconds of processor time and on the wall, and the last one's cost."""
    for word in words or iter(sys.stdin.readline, ''):
        print('%.9g %.9g %.17g' % train(int(word)), flush=True)


def timed(n_epochs, epoch):
    """Calls epoch so many times: what train of serve returns."""
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(n_epochs):
        cost = epoch()
    return ((time.process_time() - cpu) / n_epochs, (time.perf_counter() - wall) / n_epochs, cost)
