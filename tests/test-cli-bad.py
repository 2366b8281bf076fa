#!/usr/bin/python3
"""What gradus-cli refuses: one sentence, exit status 1, and no file touched: test-cli-bad.py CLI."""
import functools
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

import claims
import program

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-bad-')
OUTPUTS = ['--history=old.csv', '--parameters=old.json', '--save=old.gradus', '--data-out=old.txt',
           '--plot=cost:old.svg', '--epochs=3']
OLD = {name: b'old\n' for name in ('old.csv', 'old.json', 'old.gradus', 'old.txt', 'old.svg')}

GOOD = 'a,b,kind\n1,2,0\n3,4,1\n5,6,0\n7,8,1\n'
MANY = 'a,b,kind\n' + ''.join('%d,%d,%d\n' % (i, -i, i) for i in range(11))

# what is wrong: the table's bytes, further options, what the sentence must say
TABLES = {
    'an empty file': (b'', [], 'in.csv:1: '),
    'a header alone': (b'a,b,kind\n', [], 'in.csv:1: '),
    'one column': (b'a\n1\n2\n3\n4\n', [], 'in.csv'),
    'a word for a number': (GOOD.replace('5,6', 'five,6').encode(), [], 'in.csv:4: '),
    'NaN': (GOOD.replace('5,6', '5,nan').encode(), [], 'in.csv:4: '),
    'an infinity': (GOOD.replace('5,6', 'inf,6').encode(), [], 'in.csv:4: '),
    'a row too short': (GOOD.replace('5,6,0', '5,6').encode(), [], 'in.csv:4: '),
    'a row too long': (GOOD.replace('5,6,0', '5,6,0,0').encode(), [], 'in.csv:4: '),
    'one class': (GOOD.replace(',1\n', ',0\n').encode(), [], 'in.csv:'),
    'eleven classes': (MANY.encode(), [], 'in.csv:12: '),
    'three examples': (GOOD[:-6].encode(), [], 'in.csv:'),
    'bytes that are not UTF-8': (GOOD.encode() + b'9,\xff,1\n', [], 'in.csv:6: '),
    'a NUL byte': (GOOD.encode() + b'9,\0,1\n', [], 'in.csv:6: '),
    'a line of ten megabytes': (GOOD.encode() + b'9' * 10000000 + b'\n', [], 'in.csv:6: '),
    'a numeral out of range': (GOOD.replace('5,6', '1e999,6').encode(), [], 'in.csv:4: '),
    'an unknown column': (GOOD.encode(), ['--x1=c'], 'in.csv:1: '),
    'a column number too large': (GOOD.encode(), ['--label=4'], 'in.csv'),
}

# what is wrong: the arguments, what the sentence must say
ARGUMENTS = {
    'a missing table': (['--data=none.csv'], 'none.csv: '),
    'an example that is not there': (['--example=401'], 'from 1 to 400 is right'),
    'an example before the first': (['--example=0'], '--example: “0”'),
    'a layer that is not there': (['--hidden=4;3', '--layer=3', '--plot=units:a.png'],
                                  '--layer: the view units has no layer 3; a number from 1 to 2 is'),
    'a layer deeper than any run compared': (
        ['--compare=hidden=4;8,4', '--layer=3', '--plot=compare:a.png'], 'from 1 to 2 is right'),
    'an output layer that is not there': (['--layer=3', '--plot=step:a.png'], 'has no layer 3'),
    'a hidden layer where none is': (['--hidden=0', '--layer=1', '--plot=units:a.png'],
                                     'no hidden layer'),
    'a layer before the first': (['--layer=0', '--plot=units:a.png'], '--layer: “0”'),
    'a layer that no plot has a choice of': (['--layer=1', '--plot=cost:a.png'], '--layer: nothing'),
    'a unit that is not there': (['--units=1,5', '--plot=hidden-space:a.png'],
                                 '--units: layer 1 has no unit 5; two numbers from 1 to 4'),
    'a unit that the layer chosen has not': (
        ['--hidden=4;3', '--layer=2', '--units=1,4', '--plot=hidden-space:a.png'], 'layer 2 has no'),
    'a unit against itself': (['--units=2,2', '--plot=hidden-space:a.png'], '--units: unit 2 against'),
    'units where there is one': (['--hidden=1', '--units=1,2', '--plot=hidden-space:a.png'],
                                 '--units: a plane is of two'),
    'one unit alone': (['--units=2', '--plot=hidden-space:a.png'], '--units: “2” is no such pair'),
    'units that no plot shows': (['--units=1,2', '--plot=units:a.png'], '--units: nothing'),
    'a step in no known form': (['--step-out=step.txt'], '.py or .tex is right'),
    'a step of several runs': (['--step-out=step.py', '--compare=seed=1,2'], '--step-out: '),
    'a folder for a table': (['--data=folder'], 'folder: '),
    'a missing experiment': (['none.gradus'], 'none.gradus: '),
    'a folder for an experiment': (['folder'], 'folder: '),
    'a device for a table': (['--data=/dev/zero'], '/dev/zero: '),
    'a table for an experiment': (['in.csv'], '--data=in.csv'),
    'a lesson for an experiment': (['a.lesson'], 'a lesson, not an experiment; --lesson=a.lesson'),
    'published figures for an experiment': (['a.table'], '--reproduce=a.table is right'),
    'a table without its suffix for an experiment': (['in'], 'in:1: '),
    'an experiment for a table': (['--data=x.gradus'], 'x.gradus'),
    'two experiments': (['x.gradus', 'y.gradus'], 'x.gradus'),
    'an experiment with a bad value': (['bad.gradus'], 'bad.gradus:2: [descent] alpha: '),
    'an experiment with an unknown key': (['key.gradus'], 'key.gradus:2: [descent] has no key'),
    'an experiment with an unknown group': (['group.gradus'], 'group.gradus:1: '),
    'an experiment without an end': (['x.gradus', '--epochs='], '--epochs=10000'),
    'an unknown option': (['--foo=1'], '--foo'),
    'an unknown short option': (['-x'], '-x'),
    'a comparison of nothing': (['--compare=init-scale'], '--compare: “init-scale” is no comparison'),
    'a comparison with no values': (['--compare=seed='], 'values: there is none; from 1 to'),
    'a sweep without a comparison': (['--sweep=seed=1..3'], 'across: it is the second field'),
    'a sweep that is none': (['--compare=alpha=1', '--sweep=seed'], '--sweep: “seed” is no list'),
    'a sweep of one field twice': (['--compare=seed=1', '--sweep=seed=2'],
                                   'across: “seed” varies already'),
    'a sweep of what cannot be': (['--compare=alpha=1', '--sweep=seed=x'],
                                  'across-values: seed: “x” is not a whole number'),
    'a table without a sweep': (['--compare=alpha=1,2', '--table=t.csv'], '--table: there is no table'),
    'two tables on one output': (['--compare=alpha=1', '--sweep=seed=1', '--table=-', '--history=-'],
                                 '--table: the history goes to standard output already'),
    'a sweep drawn as one run': (['--compare=alpha=1', '--sweep=seed=1', '--plot=cost:c.png'],
                                 '--plot: the view cost is not of a table of runs'),
    'one run drawn as a sweep': (['--plot=sweep:s.png'], '--plot: the view sweep is of a table'),
    'a part of a sweep drawn': (['--compare=alpha=1', '--sweep=seed=1', '--shard=1/2',
                                 '--plot=sweep:s.png'], '--plot: a shard is only a part'),
    'a comparison of what is not there': (['--compare=rose=1,2'], 'vary: “rose” is no field'),
    'a value that the field does not take': (['--compare=init-scale=0,x'], 'init-scale: “x”'),
    'a picture of several runs': (['--compare=seed=1,2', '--plot=units:c.png'],
                                  '--plot: the view units is of one run'),
    'a picture of too many runs': (['--compare=seed=1..5', '--plot=cost:c.png'], '--plot: a picture'),
    'examples that differ': (['--compare=data-seed=1,2', '--data-out=d.csv'], '--data-out: '),
    'a network of several that is too large': (['--compare=hidden=4;1024,1024,1024,1024,1024,1024,'
                                                '1024,1024,1024,1024'], 'parameters'),
    'a shard beyond the last': (['--shard=3/2'], '--shard: “3/2”'),
    'a shard of nothing': (['--shard=1/0'], '--shard: “1/0”'),
    'an option without its value': (['--alpha'], '--alpha'),
    'a value too many': (['--quiet=1'], '--quiet'),
    'a field out of range': (['--init-scale=2000'],
                             'init-scale: “2000” is out of range; a number from 0 to 1000 is right'),
    'a field that is no number': (['--alpha=0x10'], 'alpha: “0x10” is not a number'),
    'a whole number with a point': (['--seed=1.5'], 'seed: “1.5” is not a whole number'),
    'a decimal comma': (['--alpha=1,5'], 'alpha: “1,5” is not a number'),
    'too few examples': (['--examples=3'], 'examples: “3” is out of range'),
    'a table with a recipe': (['--data=flower', '--file=in.csv'], '--file: the recipe flower'),
    'a table with a recipe, the other way round': (['--file=in.csv', '--source=moons'],
                                                   '--file: the recipe moons'),
    'a column of a recipe': (['--x2=b'], '--x2: the recipe flower reads no table; --data=FILE'),
    'a label column of a recipe': (['--label=3', '--data=xor'], '--label: the recipe xor'),
    'a count of a table\'s examples': (['--data=in.csv', '--examples=50'], '--examples: '),
    'noise on a table': (['--noise=0.5', '--file=in.csv'], '--noise: '),
    'an unknown recipe': (['--source=rose'], 'source: “rose”'),
    'an unknown activation': (['--activation=step'], 'activation: “step”'),
    'too many layers': (['--hidden=' + ','.join('1' * 17)], 'hidden: '),
    'too many parameters': (['--hidden=' + ','.join(['1024'] * 16)], 'parameters'),
    'a falling schedule': (['--alpha-schedule=5:1;4:1'], 'alpha-schedule: '),
    'a change that is none': (['--changes=0:W1=1'], 'changes: “0:W1=1” is not understood'),
    'a change to what is not there': (['--changes=0:W1[5,1]=1'],
                                      'changes: “0:W1[5,1]=1”: this network has no such parameter'),
    'no rows': (['--every=0'], '--every: “0”'),
    'too many rows': (['--every=1', '--epochs=1000000000'], '--every: '),
    'no threads': (['--threads=0'], '--threads: “0”'),
    'an unknown view': (['--plot=rose:x.png'], 'rose'),
    'an unknown picture format': (['--plot=cost:x.gif'], 'x.gif'),
    'a picture without a name': (['--plot=cost'], '--plot: “cost”'),
    'a size without a height': (['--size=640'], '--size: “640”'),
    'a size too large': (['--size=640x90000'], '--size: “640x90000”'),
    'a picture too large': (['--size=20000x20000', '--scale=16', '--plot=cost:x.png'], 'x.png'),
    'a scale of nothing': (['--scale=0'], '--scale: “0”'),
    'type too large': (['--type=5'], '--type: “5” is no such number; a number from 0.5 to 4 is right'),
    'type in words': (['--type=large'], '--type: “large”'),
    'an unknown theme': (['--theme=pink'], '--theme: '),
    'a file name with a line break': (['--data=no\nne.csv'], 'no ne.csv: '),
    'a missing folder': (['--parameters=none/p.json'], 'none/p.json: '),
    'a folder for an output': (['--parameters=folder'], 'folder: '),
    'an empty output name': (['--parameters='], '--parameters: '),
    'two outputs in one place': (['--parameters=old.csv'], 'old.csv: two outputs'),
    'two outputs in one place by another name': (['--parameters=folder/../old.csv'],
                                                 'old.csv: two outputs'),
    'an output over its table': (['--data=in.csv', '--parameters=in.csv'], 'in.csv: '),
    'an output over its experiment': (['x.gradus', '--parameters=x.gradus'], 'x.gradus: '),
}


def new_folder():
    folder = pathlib.Path(tempfile.mkdtemp(dir=KEPT.name))
    for name, text in OLD.items():
        (folder / name).write_bytes(text)
    for name, text in {'in.csv': GOOD, 'in': GOOD, 'x.gradus': '', 'y.gradus': '',
                       'bad.gradus': '[descent]\nalpha=-1\n', 'key.gradus': '[descent]\nbeta=1\n',
                       'group.gradus': '[rose]\nvary=seed\n'}.items():
        (folder / name).write_text(text)
    (folder / 'folder').mkdir()
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def check_refusal(done, words):
    complaints = []
    if done.returncode != 1:
        complaints.append('the exit status is %d' % done.returncode)
    if not done.stderr.startswith('gradus-cli: ') or done.stderr.count('\n') != 1:
        complaints.append('standard error is %r' % done.stderr[:400])
    if words not in done.stderr or len(done.stderr) > 700:
        complaints.append('%r does not say %r' % (done.stderr[:400], words))
    if done.stdout:
        complaints.append('standard output is %r' % done.stdout)
    return complaints


def refuse(arguments, words, table=None):
    folder = new_folder()
    if table is not None:
        (folder / 'in.csv').write_bytes(table)
    before = contents(folder)
    done = GRADUS.run(*OUTPUTS, *arguments, folder=folder)
    return check_refusal(done, words) + ([] if contents(folder) == before
                                         else ['a file was touched'])


def a_full_device_is_told():
    complaints = []
    for option in ('--history=', '--parameters=', '--save=', '--data-out='):
        folder = new_folder()
        done = GRADUS.run('--quiet', '--epochs=3', option + '/dev/full', folder=folder)
        complaints += check_refusal(done, '/dev/full: ')
    with open('/dev/full', 'w', encoding='ascii') as full:
        for more in [], ['--history=-', '--quiet'], ['--help'], ['--version']:
            done = GRADUS.run('--epochs=3', *more, stdout=full)
            complaints += check_refusal(done, 'standard output')
    return complaints


def one_failure_keeps_no_other_output():
    folder = new_folder()
    done = GRADUS.run(*OUTPUTS, '--history=/dev/full', '--quiet', folder=folder)
    after = contents(folder)
    return check_refusal(done, '/dev/full: ') + [
        name + ' is not written' for name in OLD
        if (after[name] == b'old\n') != (name == 'old.csv')]


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def a_write_that_fails_leaves_the_old_file():
    folder = new_folder()
    before = contents(folder)
    done = subprocess.run([GRADUS.path, '--quiet', '--epochs=300', '--history=old.csv'], cwd=folder,
                          capture_output=True, encoding='utf-8', preexec_fn=limit_files)
    return check_refusal(done, 'old.csv: ') + ([] if contents(folder) == before
                                               else ['a file was touched'])


def a_full_disk_leaves_the_old_file():
    """On a file system of 32 KiB, where this user may mount one."""
    script = ('mount -t tmpfs -o size=32k tmpfs "$1" || exit 77; cd "$1"; echo old > old.csv\n'
              '"$2" --quiet --epochs=3000 --history=old.csv; status=$?\n'
              'test "$(cat old.csv)" = old || echo the old file is gone\n'
              'test "$(ls -A)" = old.csv || ls -A\n'
              'exit $status\n')
    if shutil.which('unshare') is None:
        return []
    done = subprocess.run(['unshare', '--mount', '--map-root-user', 'sh', '-c', script, 'sh',
                           new_folder(), GRADUS.path], capture_output=True, encoding='utf-8')
    if done.returncode == 77 or done.stderr.startswith('unshare'):
        return []
    return check_refusal(done, 'old.csv: there is no space left')


def what_may_not_be_read_is_told():
    """Root may read everything: the test is another user's."""
    folder = new_folder()
    (folder / 'in.csv').chmod(0)
    if os.access(folder / 'in.csv', os.R_OK):
        return []
    return check_refusal(GRADUS.run('--data=in.csv', folder=folder), 'in.csv: ')


def what_may_not_be_written_is_told():
    folder = new_folder()
    (folder / 'folder').chmod(0o500)
    if os.access(folder / 'folder', os.W_OK):
        return []
    return check_refusal(GRADUS.run('--history=folder/h.csv', folder=folder), 'folder/h.csv: ')


CLAIMS = {}
for what, (table, options, words) in TABLES.items():
    CLAIMS['the table is refused: ' + what] = functools.partial(
        refuse, ['--data=in.csv', *options], words, table)
for what, (options, words) in ARGUMENTS.items():
    CLAIMS['refused: ' + what] = functools.partial(refuse, options, words)
CLAIMS.update({
    'a full device is told': a_full_device_is_told,
    'an output that fails keeps no other from being written': one_failure_keeps_no_other_output,
    'a write that fails leaves the old file': a_write_that_fails_leaves_the_old_file,
    'a full disk leaves the old file': a_full_disk_leaves_the_old_file,
    'what may not be read is told': what_may_not_be_read_is_told,
    'what may not be written is told': what_may_not_be_written_is_told,
})
claims.run(program.guarded(CLAIMS))
