#!/usr/bin/python3
"""Films and rows of frames: which epochs they show, and what is refused: test-films.py CLI."""
import pathlib
import subprocess
import sys
import tempfile

import claims
import program

GRADUS = program.Program(sys.argv[1])
KEPT = tempfile.TemporaryDirectory(prefix='gradus-films-')
SMALL = ['--size=200x150', '--quiet', '--examples=80']
BAD = {                                    # options: what the sentence names
    '--frames=boundary:x.png': 'frames/%05d.png',
    '--frames=boundary:%d%d.png': 'frames/%05d.png',
    '--frames=boundary:%s.png': 'frames/%05d.png',
    '--frames=boundary:%5d.png': 'frames/%05d.png',
    '--frames=boundary:%00d.png': 'frames/%05d.png',
    '--frames=boundary:%d/x.png': 'frames/%05d.png',
    '--frames=boundary:%d.svg': 'frames/%05d.png',
    '--frames=%d.png': 'boundary:frames',
    '--frames=nothing:%d.png': 'no view',
    '--frames=boundary:none/%d.png': 'no folder',
    '--film=boundary:x.avi': '.mp4, .webm or .gif',
    '--film=x.mp4': 'boundary:flower.mp4',
    '--film=boundary:none/x.mp4': 'no folder',
    '--film=boundary:x.mp4 --size=5000x100': '4096',
    '--film=boundary:x.mp4 --size=1000x1000 --scale=4': '2160',
    '--film=boundary:x.gif --film=cost:x.gif': 'two outputs',
    '--film=boundary:x.mp4 --film-seconds=0': '1 to 3600',
    '--film=boundary:x.mp4 --film-rate=61': '1 to 60',
    '--film=boundary:x.mp4 --film-seconds=3600': '20000',
    '--film=boundary:x.mp4 --frame-spacing=even': 'linear or log',
    '--film=boundary:x.mp4 --frame-from=11': 'epoch 10',
    '--film=boundary:x.mp4 --frame-count=5': '--frames',
    '--film=boundary:x.mp4 --compare=seed=1,2': 'compare or cost',
    '--frames=boundary:%d.png --film-seconds=5': '--film',
    '--frames=boundary:%d.png --epochs=100000 --every=1': '20000',
    '--frames=boundary:%d.png --frame-count=0': '1 to 20000',
    '--frame-from=3': '--film, --frames',
    '--film-rate=3': '--film',
}


def new_folder():
    return pathlib.Path(tempfile.mkdtemp(dir=KEPT.name))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def pixels(path):
    return subprocess.run(['convert', path, 'rgb:-'], check=True, capture_output=True).stdout


def frames_are_numbered():
    folder = new_folder()
    (folder / '100% of it').mkdir()
    GRADUS.must('--epochs=25', '--every=10', '--frames=cost:100%% of it/a%%%03d.png', *SMALL,
                folder=folder)
    GRADUS.must('--epochs=9', '--frames=cost:%d.png', *SMALL, folder=folder)
    found = names(folder / '100% of it'), [n for n in names(folder) if n.endswith('.png')]
    wanted = (['a%%%03d.png' % i for i in range(1, 5)], sorted('%d.png' % i for i in range(1, 11)))
    return [] if found == wanted else [repr(found)]


def frames_are_their_epochs():
    """Pixel for pixel what a run that ends there shows, and its experiment is in it."""
    folder = new_folder()
    run = ['--seed=5', '--alpha-schedule=30:0.5', '--changes=20:b2[1]+1', '--batch=32', *SMALL]
    GRADUS.must('--epochs=60', '--frames=boundary:%d.png', '--frame-count=4', '--frame-from=15',
                *run, folder=folder)
    found = []
    for number, epoch in enumerate((15, 30, 45, 60), 1):
        GRADUS.must('--epochs=%d' % epoch, '--plot=boundary:alone.png', '--parameters=a.json', *run,
                    folder=folder)
        GRADUS.must('%d.png' % number, '--parameters=b.json', '--quiet', folder=folder)
        if pixels(folder / ('%d.png' % number)) != pixels(folder / 'alone.png'):
            found.append('%d.png: another picture' % number)
        if (folder / 'a.json').read_bytes() != (folder / 'b.json').read_bytes():
            found.append('%d.png: other parameters' % number)
    return found


def spacing_by_logarithms():
    folder = new_folder()
    GRADUS.must('--epochs=999', '--frames=cost:%d.png', '--frame-count=4', '--frame-spacing=log',
                *SMALL, folder=folder)
    lines = [GRADUS.must('%d.png' % i, folder=folder).stdout for i in range(1, 5)]
    return [line for line, epoch in zip(lines, (0, 9, 99, 999))
            if not line.startswith('epoch %d ' % epoch)]


def films_are_films():
    """Each of its kind, the same on any number of threads, and nothing is left beside them."""
    folder = new_folder()
    begins = {'a.mp4': (4, b'ftyp'), 'a.webm': (0, b'\x1aE\xdf\xa3'), 'a.GIF': (0, b'GIF89a')}
    first = {}
    for threads in (1, 3):
        GRADUS.must('--epochs=30', '--film-seconds=1', '--film-rate=12', '--threads=%d' % threads,
                    *['--film=window:' + name for name in begins], *SMALL, folder=folder)
        for name in begins:
            first.setdefault(name, (folder / name).read_bytes())
    return ['%s differs' % name for name in begins
            if (folder / name).read_bytes() != first[name]] + [
        '%s is another kind' % name for name, (at, magic) in begins.items()
        if first[name][at:at + len(magic)] != magic] + [
        name for name in names(folder) if name not in begins]


def comparisons_and_diverged_runs():
    folder = new_folder()
    GRADUS.must('--compare=init-scale=0,1', '--epochs=20', '--film=compare:c.gif',
                '--film-seconds=1', '--size=600x400', '--quiet', folder=folder)
    done = GRADUS.run('--activation=relu', '--alpha=1000', '--init-scale=1', '--film=cost:d.gif',
                      '--film-seconds=1', *SMALL, folder=folder)
    return ([] if names(folder) == ['c.gif', 'd.gif'] else [repr(names(folder))]) + (
        [] if done.returncode == 3 else [done.stderr])


def what_cannot_be_is_told():
    found = []
    for options, word in BAD.items():
        folder = new_folder()
        done = GRADUS.run('--epochs=10', *options.split(), folder=folder)
        if (done.returncode != 1 or done.stdout or done.stderr.count('\n') != 1
                or word not in done.stderr or names(folder)):
            found.append('%s: %r %r %r' % (options, done.returncode, done.stderr, names(folder)))
    return found


def the_picture_that_is_read_stays():
    folder = new_folder()
    GRADUS.must('--epochs=5', '--plot=cost:003.png', *SMALL, folder=folder)
    done = GRADUS.run('003.png', '--frames=cost:%03d.png', folder=folder)
    return [] if done.returncode == 1 and 'experiment itself' in done.stderr and names(
        folder) == ['003.png'] else [done.stderr]


claims.run(program.guarded({
    'frames are numbered from 1 on, as the pattern says': frames_are_numbered,
    'a frame is its epoch to the pixel, and carries it': frames_are_their_epochs,
    'frames can be spaced by logarithms': spacing_by_logarithms,
    'films are of their kind and the same every time': films_are_films,
    'comparisons and runs that diverge can be filmed': comparisons_and_diverged_runs,
    'what cannot be is told in one sentence, and nothing is written': what_cannot_be_is_told,
    'the picture that is read is no frame': the_picture_that_is_read_stays,
}))
