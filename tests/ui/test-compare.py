#!/usr/bin/python3
"""Whether runs can be compared in the window: test-compare.py GRADUS GRADUS_CLI."""
import pathlib
import re

import stage
from atspi_driver import states
from stage import Gradus, equal, must, new_path, train_without_window


def comparison(window):
    """What is heard of it; None where there is none."""
    told = window.app.find('image', 'Comparison').get_description()
    return None if 'this run has' in told else told


def costs(window):
    """{run: (cost, accuracy, epoch)} as a screen reader hears them."""
    told = (comparison(window) or '').replace('\u00a0', ' ').replace(' %', '%')
    shown = re.match(r'At epoch ([\d,]+): ', told)
    return {name: (cost, accuracy, int((own or shown.group(1)).replace(',', '')))
            for name, cost, accuracy, own in
            re.findall(r'([^;:]+?) has cost (\S+) and accuracy (\S+?%)(?: \(epoch ([\d,]+)\))?[;.]',
                       told[shown.end():].replace('; ', ';') if shown else '')}


def one_click():
    with Gradus() as window:
        must('a comparison at the start', comparison(window) is None)
        window.app.press('button', 'Compare')
        window.until(lambda: comparison(window) is not None and len(costs(window)) == 3, 'three runs')
        equal('their names', sorted(costs(window)), ['W = 0', 'randn × 0.01', 'randn × 1'])
        must('the title', window.says('Init scale 0 · 0.01 · 1'))
        window.step(100)
        window.until(lambda: all(told[2] == 100 for told in costs(window).values()), 'epoch 100')
        for name, scale in ('W = 0', 0), ('randn × 0.01', 0.01), ('randn × 1', 1):
            alone = train_without_window('--init-scale=%s' % scale, '--epochs=100')[0]
            must(name, float(alone.split()[1]) - float(costs(window)[name][0]) < 1e-4,
                 costs(window)[name], alone)
        equal('what is said', window.cost(), 'Cost 0.604442')
        window.key('3')
        window.until(lambda: window.cost() == 'Cost 0.334515', 'the third run')
        window.key('1')
        window.until(lambda: window.cost() == 'Cost 0.693147', 'the first run')
        window.app.press('button', 'Compare')
        window.until(lambda: comparison(window) is None, 'one run')


def is_saved_and_opened():
    path = new_path('three.gradus')
    with Gradus() as window:
        window.app.action('win.compare')
        window.until(lambda: len(costs(window)) == 3, 'three runs')
        window.app.action('win.save')
        window.app.save_file(path)
        window.until(lambda: pathlib.Path(path).exists(), 'the file')
    lines = pathlib.Path(path).read_text(encoding='utf-8').splitlines()
    must('what is saved', 'vary=init-scale' in lines and 'values=0;0.01;1' in lines, lines)
    with Gradus(path) as window:
        window.until(lambda: len(costs(window)) == 3, 'three runs')


def export(window, name):
    """What is written as a file of that name."""
    path = pathlib.Path(new_path(name))
    window.app.action('win.export')
    window.until(lambda: window.app.find_all('button', 'Export…'), 'the question')
    window.app.press('button', 'Export…', within=window.app.dialog())
    window.until(lambda: window.app.find_all('text', 'Name*'), 'the file dialog')
    window.app.save_file(str(path))
    window.until(path.exists, 'the file')
    return path.read_text(encoding='utf-8')


def is_exported_as_one_figure():
    with Gradus() as window:
        window.app.action('win.compare')
        window.until(lambda: len(costs(window)) == 3, 'three runs')
        must('the size', 'viewBox="0 0 1360 850"' in export(window, 'three.svg'))


def a_layer_is_chosen():
    """Of the deepest run, whichever is selected."""
    path = stage.new_file('deep.gradus', '[initialisation]\ninit-scale=1\n'
                                         '[compare]\nvary=hidden\nvalues=4;8,4\n')
    with Gradus(path) as window:
        window.until(lambda: len(costs(window)) == 2, 'two runs')
        first = export(window, 'first.svg')
        window.app.select('combo box', 'Shown layer of the comparison', 'Units of layer 2')
        window.until(lambda: window.app.read('combo box', 'Shown layer of the comparison')
                     == 'Units of layer 2', 'the choice')
        must('another picture', export(window, 'second.svg') != first)


def another_field():
    with Gradus() as window:
        window.app.action('win.compare-other')
        window.until(lambda: len(window.app.windows()) == 2, 'the question')
        asked = next(top for top in window.app.windows() if top.get_name() == 'Compare')
        window.app.select('combo box', 'Field', 'hidden')
        window.app.set_text('text', 'Values', '1;x')
        window.until(lambda: window.says('values: hidden: “x”*'), 'a word on what is wrong')
        window.app.set_text('text', 'Values', '1;4')
        window.until(lambda: 'sensitive' in states(window.app.find('button', 'Compare',
                                                                   within=asked)), 'the button')
        window.app.press('button', 'Compare', within=asked)
        window.until(lambda: len(costs(window)) == 2, 'two runs')
        equal('their names', sorted(costs(window)), ['1 unit', '4 units'])


def the_knob_ends_it():
    with Gradus() as window:
        window.app.action('win.compare')
        window.until(lambda: len(costs(window)) == 3, 'three runs')
        window.set('spin button', 'Seed', 5)
        window.until(lambda: len(costs(window)) == 3, 'three runs of another seed')
        window.type('Init scale', '0.5')
        window.until(lambda: comparison(window) is None, 'one run')


def bubble(window):
    """What the comparison tells of the epoch that keys have gone to; costs are told there."""
    return comparison(window) or ''


def go_to(window, node):
    """With the Tab key, as a click on a plot does something else."""
    for _ in range(80):
        if 'focused' in states(node):
            return
        window.key('Tab')
    must('no way there by keys', False)


def pinned():
    with Gradus() as window:
        window.app.action('win.compare')
        window.until(lambda: len(costs(window)) == 3, 'three runs')
        window.step(50)
        window.until(lambda: all(told[2] == 50 for told in costs(window).values()), 'epoch 50')
        window.key('p')
        window.set('spin button', 'Seed', 5)
        window.until(lambda: len(costs(window)) == 3
                     and all(told[2] == 0 for told in costs(window).values()), 'other runs')
        go_to(window, window.app.find('image', 'Comparison'))
        window.key('Right')
        window.until(lambda: 'randn × 1, seed 2' in bubble(window), 'a pinned curve')
        must('all of them', 'randn × 0.01, seed 2: ' in bubble(window)
             and 'W = 0, seed 2: 0.693147' in bubble(window), bubble(window))
        window.set('spin button', 'Examples', 300)
        window.until(lambda: window.says('Pinned curves of other examples are gone*'), 'a word')


stage.run({
    'compare: one click shows three starts, in step and as each is alone': one_click,
    'compare: a comparison is saved and opened': is_saved_and_opened,
    'compare: it is exported as one figure': is_exported_as_one_figure,
    'compare: the layer whose units are shown is chosen': a_layer_is_chosen,
    'compare: any field can be compared': another_field,
    'compare: the knob of the field ends it': the_knob_ends_it,
    'compare: curves are pinned, read by keys, and go with their examples': pinned,
})
