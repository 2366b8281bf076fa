#!/usr/bin/python3
"""Whether what lies in data/ is sound: test-data.py SOURCE_ROOT GRADUS_CLI."""
import csv
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import claims

DATA = pathlib.Path(sys.argv[1]) / 'data'
CLI = sys.argv[2]
EXPERIMENTS = sorted((DATA / 'experiments').glob('*.gradus'))
SVG = '{http://www.w3.org/2000/svg}'


def history(experiment, epochs):
    """The run's rows, or a complaint."""
    done = subprocess.run([CLI, '--quiet', '--epochs=%d' % epochs, '--history=-', experiment],
                          capture_output=True, text=True)
    if done.returncode or done.stderr:
        return [], ['%s: exit status %d: %s' % (experiment.name, done.returncode, done.stderr)]
    return list(csv.DictReader(done.stdout.splitlines())), []


def trains(experiment):
    rows, complaints = history(experiment, 5)
    epochs = [int(row['epoch']) for row in rows]
    n_runs = len({row.get('run') for row in rows})
    if not complaints and epochs != [0, 1, 2, 3, 4, 5] * n_runs:
        complaints = ['%s: rows %s, not 0 to 5' % (experiment.name, epochs)]
    return complaints


def every_experiment_trains():
    return [c for e in EXPERIMENTS for c in trains(e)] or ([] if EXPERIMENTS else ['none is there'])


def every_experiment_says_what_it_shows():
    return [e.name + ' does not begin with a remark' for e in EXPERIMENTS
            if not e.read_text(encoding='utf-8').startswith('# ')]


def remarks_are_true():
    """The costs that the remarks promise, as an independent program has them, and the outcomes."""
    complaints = []
    for name, epoch, cost in (('flower', 1000, 0.288083), ('zeros', 1000, 0.693147),
                              ('equal', 1000, 0.651170), ('scale-1', 1000, 0.288553),
                              ('scale-100', 0, 122.473202)):
        rows, complaint = history(DATA / 'experiments' / (name + '.gradus'), epoch)
        complaints += complaint
        if rows and abs(float(rows[-1]['cost']) - cost) > 1e-6:
            complaints.append('%s: cost %s at epoch %d, not %f' % (name, rows[-1]['cost'], epoch, cost))
    rows, complaint = history(DATA / 'experiments' / 'three-starts.gradus', 1000)
    complaints += complaint
    costs = [(row['run'], round(float(row['cost']), 6)) for row in rows if row['epoch'] == '1000']
    if not complaint and costs != [('0', 0.693147), ('0.01', 0.288083), ('1', 0.288553)]:
        complaints.append('three-starts: %s' % costs)
    for name, epochs, least, most in (('xor', 5000, 0.95, 1), ('deep-relu', 2000, 0.95, 1),
                                      ('mini-batches', 400, 0.9, 1), ('scale-1', 10000, 0.85, 1),
                                      ('scale-100', 10000, 0.5, 0.75),
                                      ('logistic-regression', 1000, 0.4, 0.6)):
        rows, complaint = history(DATA / 'experiments' / (name + '.gradus'), epochs)
        complaints += complaint
        if rows and not least <= float(rows[-1]['accuracy']) <= most:
            complaints.append('%s: accuracy %s' % (name, rows[-1]['accuracy']))
    return complaints


def icons_are_drawings():
    complaints = []
    for path in (DATA / 'icons').glob('*.svg'):
        svg = ET.parse(path).getroot()
        size = '16' if path.stem.endswith('symbolic') else '128'
        if (svg.tag, svg.get('width'), svg.get('height')) != (SVG + 'svg', size, size):
            complaints.append('%s is not an SVG of %s by %s' % (path.name, size, size))
    return complaints


def symbolic_icon_can_be_recoloured():
    """GTK recolours by fill, of paths, circles and rectangles."""
    path = next((DATA / 'icons').glob('*-symbolic.svg'))
    return ['%s: %s is not filled with the one colour' % (path.name, shape.tag.replace(SVG, ''))
            for shape in ET.parse(path).getroot()
            if shape.get('fill') != '#2e3436' or shape.get('stroke')
            or not re.fullmatch(SVG + '(path|circle|rect)', shape.tag)]


def kinds_of_files_are_known():
    """Those that are Gradus's own have a type each, and desktop entry and metainfo name them all."""
    mime = '{http://www.freedesktop.org/standards/shared-mime-info}'
    types = {glob.get('pattern'): kind.get('type')
             for kind in ET.parse(DATA / 'org.gradus.Gradus.mime.xml').getroot()
             for glob in kind.iter(mime + 'glob')}
    entry = (DATA / 'org.gradus.Gradus.desktop.in').read_text(encoding='utf-8')
    opened = re.search('^MimeType=(.*)$', entry, re.MULTILINE).group(1).split(';')
    told = [node.text for node in
            ET.parse(DATA / 'org.gradus.Gradus.metainfo.xml.in').getroot().iter('mediatype')]
    own = sorted({'*' + path.suffix for kind in ('experiments', 'lessons', 'tables')
                  for path in (DATA / kind).iterdir() if path.suffix not in ('.md', '.build')})
    return (['%s, not %s' % (sorted(types), own)] if sorted(types) != own else []) \
        + ['%s is not in the desktop entry' % kind for kind in types.values() if kind not in opened] \
        + (['the metainfo has %s' % told] if told != list(types.values()) else [])


claims.run({
    'every experiment trains': every_experiment_trains,
    'every experiment says what it shows': every_experiment_says_what_it_shows,
    'what the experiments say is true': remarks_are_true,
    'the kinds of its files are known': kinds_of_files_are_known,
    'the icons are SVG drawings of the right size': icons_are_drawings,
    'the symbolic icon can be recoloured': symbolic_icon_can_be_recoloured,
})
