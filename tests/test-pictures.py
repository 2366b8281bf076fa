#!/usr/bin/python3
"""Pictures as experiments, and what stands below them: test-pictures.py CLI."""
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as ET

import claims
import program

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-pictures-')
RUN = ['--hidden=5,3', '--seed=9', '--alpha-schedule=40:0.5', '--changes=0:W1[1,2]=0.5;20:b2[1]+1e-3',
       '--batch=64', '--held-out=0.2']
TABLE = 'x,y,class\n' + ''.join('%d,%d,%d\n' % (i, i * i % 11, i % 2) for i in range(30))
KINDS = ['png', 'svg', 'pdf']


def new_folder():
    return pathlib.Path(tempfile.mkdtemp(dir=KEPT.name))


def made(*options):
    """A folder with p.png, p.svg and p.pdf, and p.json of what they show."""
    folder = new_folder()
    GRADUS.must(*options, '--parameters=p.json', '--quiet',
                *['--plot=%s:p.%s' % ('compare' if any('--compare' in o for o in options)
                                      else 'boundary', kind) for kind in KINDS], folder=folder)
    return folder


def the_run_is_back():
    """To the bit, from each kind of picture, wherever the picture is opened from."""
    found = []
    for options in (RUN + ['--epochs=77'], ['--compare=init-scale=0,0.01,1', '--epochs=30'],
                    ['--epochs=0']):
        folder = made(*options)
        for kind in KINDS:
            GRADUS.must(folder / ('p.' + kind), '--parameters=again.json', '--save=again.gradus',
                        '--quiet', folder=folder)
            if (folder / 'again.json').read_bytes() != (folder / 'p.json').read_bytes():
                found.append('%s of %s: other parameters' % (kind, options))
    return found


def its_run_ends_where_it_shows():
    folder = made('--epochs=50')
    short = GRADUS.must('p.png', folder=folder).stdout
    longer = GRADUS.must('p.svg', '--epochs=60', '--alpha=0.3', folder=folder).stdout
    wanted = GRADUS.must('--epochs=60', '--alpha=0.3').stdout
    return [repr(text) for text, good in ((short, short.startswith('epoch 50 ')),
                                          (longer, longer == wanted)) if not good]


def tables_are_found_beside_it():
    folder = new_folder()
    (folder / 'tables').mkdir()
    table = folder / 'tables' / 'Blümen (1).csv'
    table.write_text(TABLE, encoding='utf-8')
    picture = folder / 'Bild ü.pdf'
    first = GRADUS.must('--data=' + str(table), '--plot=cost:' + str(picture), '--epochs=20').stdout
    again = GRADUS.must(picture, folder='/').stdout
    moved = folder / 'elsewhere'
    (folder / 'tables').rename(moved)
    gone = GRADUS.run(picture)
    return (['other numbers'] if first != again else []) + (
        [] if gone.returncode == 1 and gone.stdout == '' and gone.stderr.count('\n') == 1
        and 'Bild ü.pdf: ' in gone.stderr and 'Blümen (1).csv' in gone.stderr else [gone.stderr])


def other_pictures_are_refused():
    folder = new_folder()
    (folder / 'a.svg').write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / 'b.pdf').write_bytes(b'%PDF-1.4\n' + bytes(range(256)))
    (folder / 'c.png').write_bytes(b'\x89PNG\r\n\x1a\n' + b'\0' * 40)
    (folder / 'd.png').write_bytes(b'')
    found = []
    for path in sorted(folder.iterdir()):
        done = GRADUS.run(path.name, '--plot=cost:x.png', folder=folder)
        wanted = ('gradus-cli: %s: there is no experiment in this picture; one that Gradus '
                  'exported is right\n' % path.name)
        if (done.returncode, done.stdout, done.stderr) != (1, '', wanted):
            found.append(repr((done.returncode, done.stderr)))
    return found + (['a file was written'] if (folder / 'x.png').exists() else [])


def it_is_not_written_over():
    folder = made('--epochs=5')
    before = (folder / 'p.png').read_bytes()
    done = [GRADUS.run('p.png', option, folder=folder)
            for option in ('--save=p.png', '--plot=cost:p.png')]
    return [d.stderr for d in done if d.returncode != 1 or 'experiment itself' not in d.stderr] + (
        [] if (folder / 'p.png').read_bytes() == before else ['it was'])


def pictures_are_the_same_twice():
    one, other = made(*RUN, '--epochs=12', '--caption'), made(*RUN, '--epochs=12', '--caption')
    return ['p.%s differs' % kind for kind in KINDS
            if (one / ('p.' + kind)).read_bytes() != (other / ('p.' + kind)).read_bytes()]


def captions_stand_below():
    """A picture keeps its size with a caption, unless that goes with what it shows."""
    found = []
    for view in ('boundary', 'window', 'units', 'step', 'compare'):
        sizes = []
        for options in ([], ['--caption']):
            folder = new_folder()
            GRADUS.must('--epochs=3', '--quiet', '--plot=%s:p.svg' % view, *options, folder=folder)
            root = ET.parse(folder / 'p.svg').getroot()
            sizes.append([float(x) for x in root.get('viewBox').split()[2:]])
        grown = sizes[1][1] - sizes[0][1]
        if sizes[0][0] != sizes[1][0] or not (10 < grown < 60 if view in ('units', 'step')
                                              else grown == 0):
            found.append('%s: %s' % (view, sizes))
    return found


claims.run(program.guarded({
    'a picture brings its run back to the bit': the_run_is_back,
    'the run ends at the epoch that the picture shows, or where it is told': its_run_ends_where_it_shows,
    'a table is found beside its picture, or named': tables_are_found_beside_it,
    'pictures of others are refused in one sentence': other_pictures_are_refused,
    'the picture that is read is not written over': it_is_not_written_over,
    'the same run gives the same pictures': pictures_are_the_same_twice,
    'a caption stands below without making the picture larger': captions_stand_below,
}))
