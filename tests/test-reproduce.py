#!/usr/bin/python3
"""Whether gradus-cli reproduces tables of published figures: test-reproduce.py CLI SOURCE_ROOT."""
import configparser
import csv
import pathlib
import sys
import tempfile

import claims
import program

GRADUS = program.Program(sys.argv[1])
TABLES = pathlib.Path(sys.argv[2]) / 'data' / 'tables'
REFERENCE = pathlib.Path(__file__).parent / 'reference' / 'relu-starts.csv'
KEPT = tempfile.TemporaryDirectory(prefix='gradus-reproduce-')
FOLDER = pathlib.Path(KEPT.name)

TINY = '''[table]
title=Tiny
where=On paper
[run only]
title=The flower
experiment=start.gradus
[cost only]
0=0.693048
10=0.68..0.69
reason=It is a test.
[accuracy only]
10=%s
'''
START = '[network]\nhidden=4\n[initialisation]\nseed=2\n'


def expect(*triples):
    return ['%s: %r, not %r' % triple for triple in triples if triple[1] != triple[2]]


def tiny(accuracy='60.00'):
    """The table as a file, and what our run has at epoch 10."""
    (FOLDER / 'start.gradus').write_text(START, encoding='utf-8')
    (FOLDER / 'tiny.table').write_text(TINY % accuracy, encoding='utf-8')
    ours = GRADUS.must('--epochs=10').stdout.split('accuracy ')[1].split(' %')[0]
    return str(FOLDER / 'tiny.table'), ours


def list_names_those_that_ship():
    lines = GRADUS.must('--reproduce').stdout.splitlines()
    return expect(('names', [line.split()[0] for line in lines],
                   sorted(path.stem for path in TABLES.glob('*.table'))))


def shipped_tables_agree():
    complaints = []
    for path in sorted(TABLES.glob('*.table')):
        said = GRADUS.must('--reproduce=' + path.stem).stdout
        if not said.splitlines()[-1].startswith('All '):
            complaints.append('%s: %s' % (path.stem, said))
        complaints += expect((path.stem + ' from its file',
                              GRADUS.must('--reproduce', path, '--threads=1').stdout, said))
        complaints += ['%s: too wide: %s' % (path.stem, line) for line in said.splitlines()
                       if len(line) > 80]
    return complaints


def rows_are_side_by_side():
    said = GRADUS.must('--reproduce', 'flower').stdout
    lines = [line.split() for line in said.splitlines()]
    return (expect(('a row', ['1000', 'cost', '0.288083', '0.288083', 'agrees'] in lines, True))
            + [('no ' + part) for part in ('Near epoch 7130', '0.2193 … 0.2198', 'in the band')
               if part not in said])


def independent_program_agrees():
    """The figures in the table are what the course's own program gives, run once more."""
    table = configparser.ConfigParser(delimiters='=', interpolation=None)
    table.optionxform = str
    table.read(TABLES / 'relu-starts.table', encoding='utf-8')
    complaints, n = [], 0
    with open(REFERENCE, encoding='ascii', newline='') as file:
        for row in csv.DictReader(file):
            figure = table['%s %s' % (row['quantity'], row['start'])].get(row['epoch'])
            if figure is None:
                continue
            least, most = (figure.split('..') * 2)[:2]
            half = 0.5 * 10.0 ** -len(least.partition('.')[2])
            if not float(least) - half <= float(row['value']) <= float(most) + half:
                complaints.append('%s: not %s' % (row, figure))
            n += 1
    return complaints + ([] if n >= 25 else ['only %d figures' % n])


def status_tells():
    path, ours = tiny()
    path = tiny(ours)[0]
    good = GRADUS.run('--reproduce=' + path)
    quiet = GRADUS.run('--reproduce', path, '--quiet')
    complaints = expect(('agrees', good.returncode, 0), ('quietly', quiet.returncode, 0),
                        ('quiet', quiet.stdout, ''),
                        ('sum', good.stdout.splitlines()[-1],
                         'All 3 rows agree, 1 of them within a band'))
    path = tiny('%.2f' % (float(ours) - 1))[0]
    bad = GRADUS.run('--reproduce=' + path)
    quiet = GRADUS.run('--quiet', '--reproduce=' + path)
    return complaints + expect(
        ('differs', bad.returncode, 4), ('quietly', quiet.returncode, 4), ('quiet', quiet.stdout, ''),
        ('the row', '1.00 % too high' in bad.stdout, True),
        ('sum', bad.stdout.splitlines()[-1], '1 of 3 rows differs'), ('no word', bad.stderr, ''))


def refuse(*arguments):
    done = GRADUS.run(*arguments, folder=FOLDER)
    return [] if (done.returncode, done.stdout, done.stderr.count('\n')) == (1, '', 1) else [
        '%s: %d %s%s' % (arguments, done.returncode, done.stdout, done.stderr)], done.stderr


def faults_are_told():
    tiny()
    (FOLDER / 'bad.table').write_text(TINY % 'x', encoding='utf-8')
    (FOLDER / 'start.gradus').write_text('[network]\nhidden=x\n', encoding='utf-8')
    complaints = []
    for arguments, said in (
            (['--reproduce=nothing'], '--reproduce: there is none called “nothing”; gradus-cli --reproduce lists'),
            (['--reproduce=nothing.table'], 'nothing.table: there is no such file'),
            (['--reproduce=bad.table'], 'bad.table:6: [run only] experiment: ./start.gradus:2: '),
            (['--reproduce=flower', '--alpha=1'], 'without --alpha it is right'),
            (['--history=h.csv', '--reproduce=flower'], 'without --history it is right'),
            (['--reproduce=flower', '--lesson=x.lesson'], 'without --lesson it is right'),
            (['--reproduce=flower', 'start.gradus'], 'without start.gradus it is right')):
        more, message = refuse(*arguments)
        complaints += more + ([] if said in message else ['%s: %s' % (arguments, message)])
    (FOLDER / 'start.gradus').write_text(START, encoding='utf-8')
    more, message = refuse('--reproduce=bad.table')
    return complaints + more + ([] if 'bad.table:12: [accuracy only] 10: “x” is no such' in message
                                else [message])


claims.run(program.guarded({
    'the tables that ship are listed': list_names_those_that_ship,
    'the tables that ship come out, by name and from their files': shipped_tables_agree,
    'published and ours stand side by side, with the reason for a band': rows_are_side_by_side,
    'an independent program has the same figures': independent_program_agrees,
    'the exit status tells whether all agree': status_tells,
    'faults are told in one sentence': faults_are_told,
}))
