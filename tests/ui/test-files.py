#!/usr/bin/python3
"""Whether files come in and go out: test-files.py GRADUS GRADUS_CLI."""
import os
import pathlib
import struct
import subprocess
import sys
import time
import xml.etree.ElementTree as ET

import stage
from atspi_driver import extents
from stage import FLOWERS, Gradus, equal, must

HERE = pathlib.Path(__file__).resolve().parent
EXPERIMENTS = HERE.parents[1] / 'data' / 'experiments'

ROWS = '1,2,0\n2,1,1\n3,3,0\n4,0,1\n'
BAD = {                                    # content: what the message says after the file's name
    'empty.csv': ('', ''),
    'header.csv': ('x1,x2,label\n', ''),
    'class.csv': ('x1,x2,label\n1,2,0\n2,3,0\n3,4,0\n4,5,0\n5,1,0\n', ''),
    'word.csv': ('x1,x2,label\n' + ROWS + 'five,6,0\n', '6:'),
    'long.csv': ('x1,x2,label\n' + ROWS + '5,6,0,9\n', '6:'),
    'bytes.csv': (b'x1,x2,label\n' + ROWS.encode() + b'5,6,\xff\n', '6:'),
    'range.gradus': ('[network]\nhidden=4\n[descent]\nalpha=-3\n', ''),
    'key.gradus': ('[network]\nhiden=4\n', ''),
}


def shows_flowers(window):
    window.until(lambda: '45 examples' in window.description('Decision boundary'), 'its points')


def tables_open_by_button():
    path = stage.new_file('flowers.csv', FLOWERS)
    with Gradus() as window:
        picture = open(window.shot(window.find('image', 'Decision boundary')), 'rb').read()
        window.step(2)
        window.press('Open')
        window.app.open_file(path)
        shows_flowers(window)
        equal('epoch', window.epoch(), 0)
        must('its name in the title', window.says('flowers.csv · 2–4–3 *'))
        must('another picture', picture != open(window.shot(
            window.find('image', 'Decision boundary')), 'rb').read())
        equal('Data', window.app.read('combo box', 'Data'), 'flowers.csv')
        window.is_same_as_cli('--data=' + path, '--epochs=0')
        window.train_to(50)
        window.is_same_as_cli('--data=' + path, '--epochs=%d' % window.epoch())
        window.app.select('combo box', 'Data', 'Moons')
        window.until(lambda: window.says('Moons ·*'), 'another data set')
        window.app.select('combo box', 'Data', 'flowers.csv')
        window.until(lambda: window.says('flowers.csv ·*'), 'the file again')
        shows_flowers(window)


def tables_open_by_command_line():
    path = stage.new_file('Blümen & co.tsv', FLOWERS.replace(',', '\t'))
    with Gradus(path) as window:
        shows_flowers(window)
        window.step(3)
        window.is_same_as_cli('--data=' + path, '--epochs=3')


def columns_can_be_chosen():
    rows = ''.join('%d,%d,%.1f,%s\n' % (i % 2, i * 7 % 10, i * 3 % 8 / 2, 'uv'[i % 3 > 0])
                   for i in range(20))
    path = stage.new_file('columns.csv', 'a,b,c,d\n' + rows)
    with Gradus(path) as window:
        window.until(lambda: window.says('columns.csv ·*'), 'the file')
        options = ['--data=' + path]
        for name, column, option in (('Column x1', 'c', '--x1=c'), ('Column x2', '2', '--x2=2'),
                                     ('Column y', 'a', '--label=a')):
            window.step(2)
            window.type(name, column)
            window.until(lambda: window.epoch() == 0, 'a new run with ' + option)
            options.append(option)
            window.step(2)
            window.is_same_as_cli('--epochs=2', *options)
        window.type('Column x1', 'nowhere')
        window.until(lambda: 'nowhere' in (window.message() or ''), 'a message')
        equal('x1', window.app.read('text', 'Column x1'), 'c')
        window.is_same_as_cli('--epochs=2', *options)


def experiments_open():
    path = stage.new_file('lesson.gradus', '''[data]
source=moons
examples=200
noise=0.3
held-out=0.2
[network]
hidden=5;3
activation=sigmoid
[initialisation]
init-scale=1
seed=11
[descent]
alpha=0.5
''')
    with Gradus() as window:
        window.open(path)
        window.until(lambda: window.says('Moons · 2–5–3–1 · sigmoid'), 'the network')
        read = window.app.read
        equal('controls', [read('combo box', 'Data'), read('combo box', 'Activation'),
                           read('text', 'Noise'), read('text', 'Init scale'),
                           read('text', 'Learning rate α'),
                           window.app.value('spin button', 'Examples'),
                           window.app.value('spin button', 'Hidden units'),
                           window.app.value('spin button', 'Hidden layers'),
                           window.app.value('spin button', 'Seed'),
                           window.app.value('slider', 'Held out %'),
                           window.is_down('Init scale 1')],
              ['Moons', 'sigmoid', '0.3', '1', '0.5', 200, 5, 2, 11, 20, True])
        window.step(4)
        window.is_same_as_cli(path, '--epochs=4')
        window.press('Reset')
        window.until(lambda: window.epoch() == 0, 'epoch 0')
        window.is_same_as_cli(path, '--epochs=0')


def own_experiments_open():
    """All that come with the program, each in a window of its own."""
    paths = sorted(EXPERIMENTS.glob('*.gradus'))[:4]
    with Gradus(*map(str, paths)) as window:
        window.until(lambda: len(window.app.windows()) == len(paths), 'a window for each')
        costs = [stage.train_without_window(path, '--epochs=0')[0] for path in paths]
        window.until(lambda: sorted(label.get_name() for label in window.app.find_all(
            'label', 'Cost *')) == sorted(costs), 'their costs')


def saved_experiments_are_the_run():
    with Gradus() as window:
        window.app.select('combo box', 'Data', 'Spiral')
        window.set('spin button', 'Hidden units', 6)
        window.set('slider', 'Held out %', 30)
        window.press('Init scale 1')
        window.until(lambda: window.says('Spiral · 2–6–1 *') and window.says('Held out: *')
                     and window.is_down('Init scale 1'), 'the run')
        window.train_to(100)
        path = stage.new_path('saved.gradus')
        window.key('ctrl+s')
        window.app.save_file(path)
        window.is_same_as_cli(path, '--epochs=%d' % window.epoch())
        cost, epoch = window.cost(), window.epoch()
    with Gradus(path) as window:
        window.until(lambda: window.says('Spiral · 2–6–1 *'), 'the experiment')
        window.press('Train')
        window.until(lambda: window.newest() > epoch, 'epoch %d' % epoch)
        window.pause()
        window.set('slider', 'Shown epoch', epoch)
        window.until(lambda: window.epoch() == epoch, 'the same epoch')
        equal('cost', window.cost(), cost)


def bad_files_are_told():
    with Gradus() as window:
        window.train_to(20)
        before = window.epoch(), window.cost(), window.description('Decision boundary')
        for name, (content, place) in BAD.items():
            path = stage.new_file(name, content)
            window.open(path)
            window.until(lambda n=name: '%s:' % n in (window.message() or ''),
                         'a message on ' + name)
            message = window.message()
            must('the place in ' + name, '%s:%s' % (name, place) in message, message)
            must('one sentence', '\n' not in message and len(message) < 400, message)
            equal('what was there', (window.epoch(), window.cost()), before[:2])
            window.press('Dismiss')
            window.until(lambda: window.message() is None, 'no message')
        equal('Data', window.app.read('combo box', 'Data'), 'Planar flower')
        window.step(2)
        window.is_same_as_cli('--epochs=%d' % window.epoch())


def missing_files_are_told():
    folder = stage.new_path('folder.csv')
    os.mkdir(folder)
    for path in (stage.new_path('missing.csv'), stage.new_path('missing.gradus'), folder):
        with Gradus(path) as window:
            name = os.path.basename(path)
            window.until(lambda n=name: n in (window.message() or ''), 'a message on ' + name)
            window.step(3)
            window.is_same_as_cli('--epochs=3')
            window.press('Dismiss')
            window.until(lambda: window.message() is None, 'no message')


def a_bad_file_stops_no_training():
    path = stage.new_file('word.csv', BAD['word.csv'][0])
    with Gradus() as window:
        window.press('Train')
        window.until(lambda: window.epoch() > 20, 'epoch 20')
        window.open(path)
        window.until(window.message, 'a message')
        epoch = window.epoch()
        window.until(lambda: window.epoch() > epoch + 100, 'training goes on')
        window.pause()
        window.is_same_as_cli('--epochs=%d' % window.epoch())


def folders_that_cannot_be_written_are_told():
    """No file can be made in /proc, not even by root."""
    with Gradus() as window:
        for start in ('save', 'export'):
            window.app.action('win.' + start)
            if start == 'export':
                window.app.press('button', 'Export…')
                window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
            dialog = window.app.dialog()
            name = window.app.find('text', 'Name*')
            stage.atspi_driver.Atspi.EditableText.set_text_contents(
                name, '/proc/nothing.' + {'save': 'gradus', 'export': 'png'}[start])
            window.app.press('button', 'Save', within=dialog)
            window.until(lambda: '/proc/nothing' in (window.message() or ''), 'a message')
            window.press('Dismiss')
            window.until(lambda: window.message() is None, 'no message')
        window.step(2)


def export(window, path, **choices):
    """Through the dialog; choices: spin buttons by their number, drop-downs by their text."""
    window.press('Export')
    window.until(lambda: window.app.find_all('button', 'Export…'), 'the dialog')
    dialog = window.app.dialog()
    for name, value in choices.items():
        if isinstance(value, str):
            window.app.select('combo box', name, value, within=dialog)
        else:
            window.app.set_value('spin button', name, value, within=dialog)
    window.app.press('button', 'Export…', within=dialog)
    window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
    window.app.save_file(path)
    size = -1
    while os.path.getsize(path) != size:   # written whole
        size = os.path.getsize(path)
        time.sleep(0.1)
    return pathlib.Path(path).read_bytes()


def exports_are_readable():
    with Gradus() as window:
        window.train_to(100)
        path = stage.new_path('all.png')
        data = export(window, path)
        equal('size of all', struct.unpack('>II', data[16:24]), (2560, 1600))
        path = stage.new_path('one.png')
        data = export(window, path, Plot='Decision boundary', Width=500, Height=400, Scale=1.5,
                      Theme='Dark')
        equal('size of one', struct.unpack('>II', data[16:24]), (750, 600))
        mean = subprocess.run(['convert', path, '-colorspace', 'gray', '-format', '%[fx:mean]',
                               'info:'], check=True, capture_output=True, text=True).stdout
        must('it is dark', float(mean) < 0.5, mean)
        data = export(window, stage.new_path('cost.svg'), Plot='Cost curve', Format='SVG')
        root = ET.fromstring(data)
        must('an SVG', root.tag.endswith('}svg') and len(list(root.iter())) > 20, root.tag)
        data = export(window, stage.new_path('units.pdf'), Plot='Hidden units', Format='PDF')
        must('a PDF', data.startswith(b'%PDF-') and data.rstrip().endswith(b'%%EOF'), data[:8])
        equal('no message', window.message(), None)


def drop(window, *paths):
    """Drags files with the mouse from a window of their own onto the plots."""
    helper = subprocess.Popen([sys.executable, HERE / 'drag-source.py', *paths],
                              stderr=subprocess.DEVNULL)
    try:
        ids = window.until(lambda: subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--name', '^Drag source$'],
            capture_output=True, text=True, check=False).stdout.split(), 'the source of the drag')
        subprocess.run(['xdotool', 'windowmove', ids[-1], '0', '0'], check=True)
        geometry = lambda: dict(line.split('=') for line in subprocess.run(
            ['xdotool', 'getwindowgeometry', '--shell', ids[-1]], check=True, capture_output=True,
            text=True).stdout.split())
        window.until(lambda: int(geometry()['X']) < 60, 'its place')
        place = {key: int(value) for key, value in geometry().items()}
        curve = window.find('image', 'Cost curve')
        ends = [(place['X'] + place['WIDTH'] // 2, place['Y'] + place['HEIGHT'] * 2 // 3),
                window.app.where(curve, *(side * 0.7 for side in extents(curve)[2:]))]
        mouse = lambda *words: subprocess.run(['xdotool', *map(str, words)], check=True)
        mouse('mousemove', *ends[0])
        time.sleep(0.3)
        mouse('mousedown', 1)
        for i in range(1, 21):
            mouse('mousemove', *(a + (b - a) * i // 20 for a, b in zip(*ends)))
            time.sleep(0.02)
        time.sleep(0.3)
        mouse('mouseup', 1)
        yield
    finally:
        helper.kill()
        helper.wait()


def files_can_be_dropped():
    table = stage.new_file('dropped.csv', FLOWERS)
    wrong = stage.new_file('wrong.csv', BAD['word.csv'][0])
    published = EXPERIMENTS.parent / 'tables' / 'starts.table'
    with Gradus() as window:
        for _ in drop(window, table):
            shows_flowers(window)
        must('its name', window.says('dropped.csv ·*'))
        for _ in drop(window, wrong):
            window.until(lambda: 'wrong.csv:6' in (window.message() or ''), 'a message')
        shows_flowers(window)
        for _ in drop(window, published):
            window.until(lambda: window.says('39 published figures, not trained yet'), 'its figures')


stage.run({
    'a table opened by the button shows its points': tables_open_by_button,
    'a table named on the command line shows its points': tables_open_by_command_line,
    'the columns of a table can be chosen': columns_can_be_chosen,
    'an experiment sets the controls': experiments_open,
    'several experiments open in several windows': own_experiments_open,
    'a saved experiment is the run, here and for gradus-cli': saved_experiments_are_the_run,
    'bad files give one message and change nothing': bad_files_are_told,
    'a missing file or a folder gives a message': missing_files_are_told,
    'a bad file stops no training': a_bad_file_stops_no_training,
    'a folder that cannot be written gives a message': folders_that_cannot_be_written_are_told,
    'exports are readable, of the size and kind that was asked for': exports_are_readable,
    'files can be dropped on the window': files_can_be_dropped,
})
