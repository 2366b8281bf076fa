"""Programs measured by turns, and what came of it as a table and as lines that can be compared."""
import os
import statistics
import subprocess
import time

ONE_THREAD = dict(os.environ, OPENBLAS_NUM_THREADS='1', OMP_NUM_THREADS='1', MKL_NUM_THREADS='1',
                  LC_ALL='C.UTF-8')


class Worker:
    """A program that waits for numbers and answers each with a line (see bench.c and peer.py)."""

    def __init__(self, command, **env):
        self.process = subprocess.Popen(command, env=dict(ONE_THREAD, **env), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.command = command

    def ask(self, number):
        self.process.stdin.write('%d\n' % number)
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            raise SystemExit('%s has stopped' % ' '.join(self.command))
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Trainer(Worker):
    """One that answers a number of epochs with their cost and the seconds that one took."""

    def train(self, n_epochs):
        cpu, wall, self.cost = (float(word) for word in self.ask(n_epochs))
        return cpu, wall

    def prepare(self, n_epochs, seconds, least=1):
        """Warms up, and finds how many epochs last so long. All that are compared warm up by the
        same epochs: their costs must then be the same."""
        self.train(n_epochs)
        self.start_cost = self.cost
        cpu, wall = self.train(max(n_epochs // 2, least))
        self.n_epochs = max(least, round(seconds / max(wall, 1e-9)))

    def measure(self):
        return self.train(self.n_epochs)


def by_turns(n_rounds, *measures):
    """Calls each in turn, so many times over. Returns a list of results for each."""
    rounds = [[measure() for measure in measures] for _ in range(n_rounds)]
    return [list(column) for column in zip(*rounds)]


def ratio(theirs, ours):
    """The median over the rounds of theirs / ours."""
    return statistics.median(b / a for a, b in zip(ours, theirs))


def find_most_memory(command):
    """Runs a command to its end. Returns the most memory it had, in bytes: the system's own account
    of a child would include what this program had when it started it."""
    most = 0
    process = subprocess.Popen(command, env=ONE_THREAD, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        with open('/proc/%d/status' % process.pid, encoding='utf-8') as status:
            sizes = [int(line.split()[1]) for line in status if line.startswith('VmHWM')]
        most = max(most, *sizes, 0)
        time.sleep(0.0005)
    if process.returncode != 0:
        raise SystemExit('%s failed' % ' '.join(command))
    return most * 1024


def span(seconds):
    """A time for people."""
    for unit, scale in (('s', 1), ('ms', 1e-3), ('µs', 1e-6)):
        if seconds >= scale:
            return '%.3g %s' % (seconds / scale, unit)
    return '%.3g ns' % (seconds / 1e-9)


class Section:
    """A table, and under it a line `BENCH name value unit` for each figure in it."""

    def __init__(self, title, *columns):
        self.title, self.rows, self.lines = title, [columns], []

    def row(self, *cells):
        self.rows.append([str(cell) for cell in cells])

    def line(self, name, value, unit):
        self.lines.append('BENCH %s %.6g %s' % (name, value, unit))

    def show(self):
        widths = [max(len(row[i]) for row in self.rows) for i in range(len(self.rows[0]))]
        print(self.title)
        for row in self.rows:
            cells = [row[0].ljust(widths[0])]
            cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
            print('  ' + '  '.join(cells).rstrip())
        print(*self.lines, '', sep='\n', flush=True)
