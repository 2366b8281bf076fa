"""The real window for one claim: starts it, reads and works it by name, and sees it off.

A script here runs as SCRIPT GRADUS GRADUS_CLI, under tests/ui/headless.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import atspi_driver
from atspi_driver import App, NotFound

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1]))
import claims  # noqa: E402

PROGRAM, CLI = map(os.path.abspath, sys.argv[1:3])
FOLDER = tempfile.TemporaryDirectory(prefix='gradus-window-')
LIMIT = 30                                 # seconds, for whatever has to happen

# A table of two features and three classes, whose features are not its first columns.
FLOWERS = 'kind,width,height\n' + ''.join(
    '%s,%.2f,%.2f\n' % ('abc'[i % 3], i % 3 * 2 + (i * 7 % 10) / 10, (i * 3 % 11) / 10 + i % 3)
    for i in range(45))


class Complaint(Exception):
    pass


def must(what, truth, *found):
    if not truth:
        raise Complaint('%s: %s' % (what, ', '.join(map(repr, found))) if found else what)


def equal(what, found, expected):
    must(what, found == expected, found, 'is not', expected)


def new_path(name):
    """A path of this name where nothing is yet."""
    return os.path.join(tempfile.mkdtemp(dir=FOLDER.name), name)


def new_file(name, content):
    path = new_path(name)
    pathlib.Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def train_without_window(*arguments):
    """What gradus-cli says of the same run: ('Cost 0.693048', 'Accuracy 59.75 %', everything)."""
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                          check=False)
    must('gradus-cli %s' % ' '.join(map(str, arguments)), done.returncode == 0, done.stderr)
    found = re.search(r'cost (\S+)  accuracy (\S+ %)', done.stdout.replace('\u00a0', ' '))
    return 'Cost ' + found.group(1), 'Accuracy ' + found.group(2), done.stdout


def has_keyboard():
    """The number of the X window that gets the keys; GTK does not tell it of its later windows."""
    done = subprocess.run(['xdotool', 'getactivewindow'], capture_output=True, text=True,
                          check=False)
    return done.stdout.strip()


class Gradus:
    """The program, running; as a context manager it is closed at the end, and must have kept silent
    and end well."""

    def __init__(self, *files, **environment):
        self.log = tempfile.TemporaryFile(mode='w+', dir=FOLDER.name)
        home = dict.fromkeys(('HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'),
                             FOLDER.name)  # whatever stands in the user's own
        self.process = subprocess.Popen(
            [PROGRAM, *files], stdout=self.log, stderr=self.log,
            env={**os.environ, **home, 'G_DEBUG': 'fatal-warnings', **environment})
        self.nodes = {}
        try:
            self.app = App('gradus', timeout=LIMIT, pid=self.process.pid)
            self.until(lambda: self.epoch() >= 0, 'the first epoch')
        except NotFound:
            self.process.kill()
            self.process.wait()
            raise Complaint('no window opened; the program said: %s' % self.words()) from None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        try:
            if kind is None:
                self.quit()
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            words = self.words()
            self.log.close()
        if words or self.process.returncode not in (0, -9):
            raise Complaint('%sexit status %d; the program said: %s' % (
                '%s; ' % error if error else '', self.process.returncode, words))

    def words(self):
        self.log.seek(0)
        return self.log.read().strip()

    def quit(self):
        """Closes every window, the last opened first."""
        while self.process.poll() is None:
            try:
                windows = self.app.windows()
                if windows:
                    atspi_driver.do_action(windows[-1], 'window.close')
            except atspi_driver.GLib.Error:
                pass                       # gone meanwhile
            self.wait_for_end(1)
        self.wait_for_end()

    def wait_for_end(self, limit=LIMIT):
        try:
            self.process.wait(limit)
        except subprocess.TimeoutExpired:
            if limit == LIMIT:
                raise Complaint('the program does not end') from None

    # -- looking ------------------------------------------------------------
    def until(self, test, what, limit=LIMIT):
        """Waits until test() is true; what does not come in time is a complaint."""
        try:
            return self.app.wait(test, limit, what)
        except NotFound as late:
            must('the program ended with status %s: %s' % (self.process.poll(), self.words()),
                 self.process.poll() is None)
            raise Complaint(str(late)) from None

    def find(self, role, name):
        """Remembers what it has found: a control stays the same one as long as the window."""
        if (role, name) not in self.nodes:
            self.nodes[role, name] = self.app.find(role, name)
        return self.nodes[role, name]

    def text(self, pattern):
        """Of the label that reads like this."""
        return atspi_driver.text_of(self.find('label', pattern))

    def epoch(self):
        return int(''.join(self.text('Epoch *').split()[1:]))

    def cost(self):
        return self.text('Cost *')

    def accuracy(self):
        return self.text('Accuracy *').replace('\u00a0', ' ')

    def cost_value(self):
        return float(self.cost().split()[1])

    def description(self, plot):
        return self.find('image', plot).get_description()

    def newest(self):
        """The newest epoch, whichever is on screen."""
        return int(self.find('slider', 'Shown epoch').get_maximum_value())

    def says(self, pattern):
        """Whether some label reads like this."""
        return bool(self.app.find_all('label', pattern))

    def is_down(self, name):
        return 'pressed' in atspi_driver.states(self.find('button', name))

    def message(self):
        """What the message bar says; None where there is none."""
        bar = self.find('alert', None)
        place = atspi_driver.extents(bar)  # None where it is asked at a bad moment
        return bar.get_name() if place is not None and place[3] > 10 else None

    def ticks(self):
        """Clock ticks of processor time that the program has used so far."""
        fields = pathlib.Path('/proc/%d/stat' % self.process.pid).read_text().rsplit(')')[1].split()
        return int(fields[11]) + int(fields[12])

    def rests(self, seconds):
        """Complains where the program has anything to do, once it has drawn its last picture and
        described it."""
        time.sleep(0.7)
        before = self.ticks()
        time.sleep(seconds)
        used = self.ticks() - before
        must('ticks in %g s at rest' % seconds, used <= 2, used)

    # -- doing --------------------------------------------------------------
    def press(self, name):
        must('%s cannot be pressed' % name,
             atspi_driver.do_action(self.find('button', name), 'click'))

    def set(self, role, name, value):
        self.app.set_value(role, name, value)

    def type(self, name, text):
        self.app.set_text('text', name, text, activate=True)

    def key(self, *keys):
        self.app.key(*keys)

    def focus(self, node):
        """With a click, as there is no other way; not into the middle, where a narrow spin button
        has its buttons."""
        def is_focused():
            self.app.click(node, dx=10)
            return 'focused' in atspi_driver.states(node)
        self.until(is_focused, 'the focus')

    def act(self, name):
        """An action of the window, without the quarter of a second for which GTK holds down a button
        that is pressed through accessibility."""
        must('no action ' + name, atspi_driver.do_action(self.app.windows()[0], 'win.' + name))

    def step(self, count=1):
        """So many single epochs from where it is."""
        goal = self.epoch() + count
        for _ in range(count):
            self.act('step')
        self.until(lambda: self.epoch() >= goal, 'epoch %d' % goal)
        equal('the epoch', self.epoch(), goal)

    def train_to(self, epoch):
        self.press('Train')
        self.until(lambda: self.newest() >= epoch, 'epoch %d' % epoch)
        self.pause()

    def inspect(self, panel):
        """Opens the inspector on the panel of that name, whose picture is named alike."""
        self.app.action('win.inspector')
        self.until(lambda: self.app.find_all('toggle button', panel), 'the panels')
        self.app.press('toggle button', panel)
        self.until(lambda: self.app.find_all('image', panel), 'the panel')

    def pause(self):
        if self.is_down('Train'):
            self.press('Train')
        self.until(lambda: not self.is_down('Train'), 'the pause')

    def stays(self, test, what, seconds=0.5):
        """Complains unless test() stays true for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            must(what, test())
            time.sleep(0.05)

    def open(self, path):
        self.app.action('win.open')
        self.app.open_file(path)

    def shot(self, node=None):
        """The path of a picture of a widget, or of the screen, a PPM."""
        path = new_path('shot.ppm')
        crop = []
        if node is not None:
            x, y = self.app.where(node, 0, 0)
            crop = ['-crop', '%dx%d+%d+%d' % (*atspi_driver.extents(node)[2:], x, y), '+repage']
        subprocess.run(['import', '-window', 'root', *crop, path], check=True)
        return path

    def is_same_as_cli(self, *arguments):
        """Complains unless cost and accuracy are those of gradus-cli with these arguments."""
        cost, accuracy, _ = train_without_window(*arguments)
        words = ' '.join(map(str, arguments))
        equal('gradus-cli %s' % words, (self.cost(), self.accuracy()), (cost, accuracy))


def run(table):
    """Runs claims, {sentence: function}, whose complaints are exceptions."""
    def guard(check):
        def guarded():
            try:
                check()
            except (Complaint, NotFound) as error:
                return [str(error)]
            except atspi_driver.GLib.Error as error:
                return ['accessibility: %s' % error.message]
            return []
        return guarded
    claims.run({sentence: guard(check) for sentence, check in table.items()})
