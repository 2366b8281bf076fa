#!/usr/bin/python3
"""Whether a lesson runs in the window, by keys alone and by names: test-lessons.py GRADUS
GRADUS_CLI."""
import atspi_driver
import stage
from atspi_driver import states
from stage import Gradus, equal, must, new_file

HEAD = '[lesson]\ntitle=My lesson\nsummary=S\n'
LESSON = HEAD + '''[step 1]
caption=The cost is {cost:6}.
init=zeros
lock=seed;reset
hide=l2
highlight=cost
question=What will it do?
choice-1=It falls
reply-1=Watch it.
choice-2=It stays
reply-2=Then watch it.
right=2
wait=epoch 100
reveal=At epoch {epoch} it is {cost:6}.
[step 2]
caption=Now *small* weights.
init=normal
lock=
hide=
highlight=symmetry
wait=cost < 0.6
reveal=Epoch {epoch}: {cost:6}.
'''


def said(window):
    """What is read out of the lesson."""
    return window.app.find('status bar', None).get_name() if \
        window.app.find_all('status bar', None) else ''


def can_use(window, role, name):
    return any('sensitive' in states(node) for node in window.app.find_all(role, name))


def by_keys_alone():
    """The first of the list, from the menu bar's button to its end; the pointer does nothing."""
    with Gradus() as window:
        window.app.action('win.lessons')
        window.until(lambda: window.app.find_all('list item', 'Why zeros fail'), 'the list')
        for _ in range(20):
            if 'focused' in states(window.app.find('list item', 'Why zeros fail')):
                break
            window.key('Down')
        window.key('Return')
        window.until(lambda: window.says('Step 1 of 4'), 'the lesson')
        for step, (answer, epoch) in enumerate(((2, 1000), (3, 3000), (2, 1000), (2, 1000)), 1):
            window.until(lambda: window.says('Step %d of 4' % step), 'step %d' % step)
            window.until(lambda: can_use(window, 'button', '1. *'), 'the question')
            must('Train before the answer', not can_use(window, 'toggle button', 'Train'))
            window.key('space' if answer == 1 else str(answer))
            window.until(lambda: can_use(window, 'toggle button', 'Train'), 'the answer')
            window.key('space')
            window.until(lambda: window.newest() == epoch
                         and can_use(window, 'button', 'Next' if step < 4 else 'Finish')
                         and said(window) != '', 'epoch %d' % epoch)
            window.until(lambda: not window.is_down('Train'), 'the pause')
            equal('the epoch', window.epoch(), epoch)
            window.key('space')
        window.until(lambda: not window.says('Step * of 4'), 'the end')
        window.until(lambda: window.cost() == 'Cost 0.693048', 'the experiment as it was')


def own_file():
    with Gradus(new_file('my.lesson', LESSON)) as window:
        window.until(lambda: window.says('Step 1 of 2'), 'the lesson')
        must('the caption', window.says('The cost is 0.693147.'))
        must('Reset is locked', not can_use(window, 'button', 'Reset'))
        must('the seed is locked', not can_use(window, 'spin button', 'Seed'))
        must('α is not', can_use(window, 'text', 'Learning rate α*'))
        window.key('n')
        window.stays(lambda: window.epoch() == 0, 'a step before the answer')
        window.app.press('button', '1. It falls')
        window.until(lambda: said(window) == 'Watch it.', 'the reply')
        window.press('Train')
        window.until(lambda: said(window) == 'At epoch 100 it is 0.693147.', 'the reveal')
        equal('the answer', window.app.find('button', '2. It stays').get_description(),
              'This is right')
        window.app.press('button', 'Next')
        window.until(lambda: window.says('Step 2 of 2'), 'step 2')
        window.until(lambda: window.app.find_all('image', 'Symmetry'), 'the panel')
        must('Reset is free again', can_use(window, 'button', 'Reset'))
        window.press('Train')
        window.until(lambda: said(window).startswith('Epoch '), 'the reveal')
        epoch = said(window).split()[1].rstrip(':')
        window.is_same_as_cli('--epochs=%s' % epoch)
        must('the cost at the epoch before', float(
            stage.train_without_window('--epochs=%d' % (int(epoch) - 1))[0].split()[1]) >= 0.6)
        window.app.press('button', 'Back')
        window.until(lambda: window.says('Step 1 of 2'), 'step 1 again')
        window.app.press('button', 'Leave the lesson')
        window.until(lambda: not window.says('Step 1 of 2'), 'the end')
        window.until(lambda: can_use(window, 'toggle button', 'Train'), 'Train')
        must('the seed is free', can_use(window, 'spin button', 'Seed'))


def locked_time_stays():
    """Not even keys go back: those of the row, nor those of a presentation."""
    with Gradus(new_file('my.lesson', HEAD + '''[step 1]
caption=Train.
wait=epoch 20
reveal=Done.
[step 2]
caption=On.
lock=time
question=Where?
choice-1=Here
reply-1=R
choice-2=There
reply-2=R
wait=epoch 40
''')) as window:
        window.until(lambda: window.says('Step 1 of 2'), 'the lesson')
        window.press('Train')
        window.until(lambda: said(window) == 'Done.', 'the reveal')
        window.key('comma')
        window.until(lambda: window.epoch() < 20, 'the film')
        window.app.press('button', 'Next')
        window.until(lambda: window.says('Step 2 of 2'), 'step 2')
        window.until(lambda: window.epoch() == 20, 'the newest epoch')
        window.key('comma', 'shift+Left')
        window.stays(lambda: window.epoch() == 20, 'an earlier epoch')
        window.key('F11')
        window.key('Left', 'Home', 'Right')
        window.stays(lambda: window.epoch() == 20, 'another epoch')
        # It ends while its question is open and all of that is locked.


def fault_says_where():
    with Gradus(new_file('bad.lesson', LESSON.replace('cost < 0.6', 'costs < 0.6'))) as window:
        window.until(lambda: window.message() is not None, 'a message')
        must('where', 'bad.lesson:24: [step 2] wait: “costs < 0.6”: there is no measure costs' in
             window.message(), window.message())


def data_ends_it():
    path = new_file('table.csv', stage.THREE_CLASSES if hasattr(stage, 'THREE_CLASSES') else
                    'a,b,c\n1,2,0\n2,1,1\n3,1,0\n1,1,1\n4,4,0\n')
    with Gradus(new_file('my.lesson', LESSON)) as window:
        window.until(lambda: window.says('Step 1 of 2'), 'the lesson')
        window.open(path)
        window.until(lambda: not window.says('Step 1 of 2'), 'the end')
        window.until(lambda: can_use(window, 'toggle button', 'Train'), 'Train')


stage.run({
    'lessons: one runs from start to end by keys alone': by_keys_alone,
    'lessons: a file of one’s own runs by names': own_file,
    'lessons: time that is locked stays': locked_time_stays,
    'lessons: a fault says where it is': fault_says_where,
    'lessons: opening data ends it': data_ends_it,
})
