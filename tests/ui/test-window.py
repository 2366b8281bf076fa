#!/usr/bin/python3
"""The real window, driven as a screen reader would: test-window.py GRADUS, under tests/ui/headless."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import claims                                                              # noqa: E402
from atspi_driver import App, INTERACTIVE, NotFound, title, walk           # noqa: E402

KEPT = tempfile.TemporaryDirectory(prefix='gradus-window-')
FOLDER = pathlib.Path(KEPT.name)
WORDS = FOLDER / 'words.txt'

POINTS = FOLDER / 'points.csv'
POINTS.write_text('height,width,kind\n1,2,oak\n2,1,elm\n3,3,oak\n0,0,elm\n1,1,elm\n')
BROKEN = FOLDER / 'broken.csv'
BROKEN.write_text('height,width,kind\n1,2,oak\n2,tall,elm\n3,3,oak\n0,0,elm\n')


def start(*files):
    """The program, with what it says kept aside, in a home of its own."""
    home = dict(os.environ, HOME=str(FOLDER), XDG_DATA_HOME=str(FOLDER), XDG_CONFIG_HOME=str(FOLDER),
                XDG_CACHE_HOME=str(FOLDER))
    process = subprocess.Popen([sys.argv[1], *map(str, files)], env=home, stderr=WORDS.open('ab'))
    return process, App('gradus', timeout=60)


def stop(process):
    process.terminate()
    process.wait()


PROCESS, APP = start()


def number(label):
    """Of the status label that begins so, with the screen's minus sign and thin spaces."""
    text = APP.read('label', label + ' *').replace('\u2212', '-')
    return float(re.sub(r'[^0-9.-]', '', text[len(label):]))


def becomes(label, value):
    """[] once the number is there, else a complaint."""
    try:
        APP.wait(lambda: abs(number(label) - value) < 1e-9)
    except NotFound:
        return ['%s is %s, not %s' % (label, APP.read('label', label + ' *'), value)]
    return []


def describes(plot, words):
    """[] once the picture's description has the words in it, else a complaint."""
    node = APP.find('image', plot)
    try:
        APP.wait(lambda: words in node.get_description())
    except NotFound:
        return ['%s: "%s", without "%s"' % (plot, node.get_description(), words)]
    return []


def set_entry(name, text):
    APP.set_text('text', name, text, activate=True)


def opens_on_the_flower():
    return becomes('Epoch', 0) + becomes('Cost', 0.693048) + describes('Decision boundary', '400')


def train_trains():
    before = number('Cost')
    APP.press('toggle button', 'Train')
    APP.wait(lambda: number('Epoch') > 300, timeout=60)
    APP.press('toggle button', 'Train')
    time.sleep(0.3)
    epoch, cost = number('Epoch'), number('Cost')
    time.sleep(0.5)
    return ((['the cost did not fall: %s, then %s' % (before, cost)] if not cost < before else [])
            + (['it trained on after Pause'] if number('Epoch') != epoch else []))


def a_paused_window_rests():
    """Clock ticks of the program within two seconds: at most 2 % of one processor."""
    def ticks():
        cells = pathlib.Path('/proc/%d/stat' % PROCESS.pid).read_text().rsplit(')', 1)[1].split()
        return int(cells[11]) + int(cells[12])
    before = ticks()
    time.sleep(2)
    used = (ticks() - before) / os.sysconf('SC_CLK_TCK') / 2
    return ['a paused window uses %.1f %% of a processor' % (100 * used)] if used > 0.02 else []


def shown_epoch_looks_back():
    APP.set_value('slider', 'Shown epoch', 50)
    return becomes('Epoch', 50) + becomes('Cost', 0.623091)


def reset_goes_back():
    APP.press('button', 'Reset')
    return becomes('Epoch', 0) + becomes('Cost', 0.693048)


def step_is_one_epoch():
    APP.press('button', 'Step')
    return becomes('Epoch', 1)


def init_scales_are_themselves():
    complaints = []
    for name, cost in (('0', 0.693147), ('1', 1.127380), ('0.01', 0.693048)):
        APP.press('toggle button', 'Init scale ' + name)
        complaints += becomes('Cost', cost)
    set_entry('Init scale', '100')
    complaints += becomes('Cost', 122.473202)
    APP.press('toggle button', 'Init scale 0.01')
    return complaints + becomes('Cost', 0.693048)


def controls_change_the_network():
    APP.set_value('spin button', 'Hidden units', 3)
    complaints = describes('Hidden units', '3 hidden units')
    APP.set_value('spin button', 'Hidden layers', 0)
    complaints += becomes('Cost', 0.693139)
    APP.set_value('spin button', 'Hidden layers', 1)
    APP.set_value('spin button', 'Hidden units', 4)
    complaints += becomes('Cost', 0.693048)
    return complaints


def a_step_too_long_diverges():
    """ReLU units have no ends that would hold the numbers back."""
    APP.select('combo box', 'Activation', 'ReLU')
    set_entry('Learning rate α', '1000')
    APP.press('toggle button', 'Train')
    APP.find('label', 'Diverged at epoch *', timeout=60)
    set_entry('Learning rate α', '1.2')
    APP.select('combo box', 'Activation', 'tanh')
    APP.press('button', 'Reset')
    return becomes('Epoch', 0) + becomes('Cost', 0.693048)


def data_can_be_chosen():
    APP.select('combo box', 'Data', 'Moons')
    complaints = [] if APP.read('combo box', 'Data') == 'Moons' else ['Data does not show Moons']
    APP.select('combo box', 'Data', 'Planar flower')
    return complaints + becomes('Cost', 0.693048)


def a_table_opens():
    APP.action('win.open')
    APP.open_file(str(POINTS))
    return describes('Decision boundary', '5 examples')


def a_broken_table_is_refused_in_a_sentence():
    APP.action('win.open')
    APP.open_file(str(BROKEN))
    APP.find('label', '*broken.csv:3:*tall*')
    APP.press('button', 'Dismiss')
    return describes('Decision boundary', '5 examples')


def export_writes_a_picture():
    picture = FOLDER / 'plots.png'
    APP.action('win.export')
    APP.press('button', 'Export…')
    APP.find('text', 'Name:*')             # of the file dialog, which comes in its own time
    APP.save_file(str(picture))
    APP.wait(lambda: picture.stat().st_size > 0)
    size = subprocess.run(['identify', '-format', '%m %w %h', picture],
                          capture_output=True, text=True).stdout
    return [] if size == 'PNG 2560 1600' else ['the picture is ' + size]


def controls_have_names_and_tooltips():
    complaints = APP.audit()
    for window in APP.windows():
        for node in walk(window):
            parent = node.get_parent()
            inside = parent is not None and parent.get_role_name() in ('combo box', 'push button')
            if (node.get_role_name() in INTERACTIVE and title(node) and not inside
                    and not node.get_description()):
                complaints.append('%s "%s" has no tooltip' % (node.get_role_name(), title(node)))
    return complaints


def nothing_was_printed():
    stop(PROCESS)
    return WORDS.read_text(encoding='utf-8', errors='replace').splitlines()


try:
    claims.run({
        'the window opens on the flower': opens_on_the_flower,
        'Train raises the epoch and lowers the cost, and pauses': train_trains,
        'a paused window rests': a_paused_window_rests,
        'Shown epoch looks back': shown_epoch_looks_back,
        'Reset goes back to the same start': reset_goes_back,
        'Step is one epoch': step_is_one_epoch,
        'the init scales start as they should': init_scales_are_themselves,
        'hidden units and layers change the network': controls_change_the_network,
        'a step too long diverges, and says so': a_step_too_long_diverges,
        'data can be chosen': data_can_be_chosen,
        'a table opens': a_table_opens,
        'a broken table is refused in a sentence': a_broken_table_is_refused_in_a_sentence,
        'Export writes a picture': export_writes_a_picture,
        'every control has a name and a tooltip': controls_have_names_and_tooltips,
        'no warning was printed': nothing_was_printed,
    })
finally:
    stop(PROCESS)
