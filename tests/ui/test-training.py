#!/usr/bin/python3
"""Whether training goes as the buttons say: test-training.py GRADUS GRADUS_CLI."""
import math
import subprocess
import time

import stage
from atspi_driver import extents
from stage import Gradus, equal, must

FLAT_OUT = 1.0


def speed_for(rate):
    """Where the slider is at so many epochs a second."""
    return math.log10(rate) / 5


def train_and_pause():
    with Gradus() as window:
        start = window.cost_value()
        equal('at first', (window.epoch(), window.is_down('Train')), (0, False))
        window.press('Train')
        window.until(lambda: window.is_down('Train'), 'the button')
        window.until(lambda: window.epoch() > 100, 'epoch 100')
        window.until(lambda: window.cost_value() < start - 0.05, 'the cost')
        must('accuracy', float(window.accuracy().split()[1]) > 55, window.accuracy())
        window.pause()
        epoch, cost = window.epoch(), window.cost()
        window.stays(lambda: (window.epoch(), window.cost()) == (epoch, cost), 'it goes on')
        window.is_same_as_cli('--epochs=%d' % epoch)


def paused_uses_no_processor():
    with Gradus() as window:
        window.train_to(100)
        window.rests(2)


def step_goes_one_epoch():
    with Gradus() as window:
        for epoch in range(1, 4):
            window.press('Step')
            window.until(lambda e=epoch: window.epoch() == e, 'epoch %d' % epoch)
            window.stays(lambda e=epoch: window.epoch() == e, 'it goes on', 0.3)
        window.is_same_as_cli('--epochs=3')
        window.step(5)
        window.is_same_as_cli('--epochs=8')


def step_pauses():
    with Gradus() as window:
        window.set('slider', 'Speed', speed_for(10))
        window.press('Train')
        window.until(lambda: window.epoch() >= 3, 'epoch 3')
        window.press('Step')
        window.until(lambda: not window.is_down('Train'), 'the pause')
        time.sleep(0.2)
        epoch = window.epoch()
        window.stays(lambda: window.epoch() == epoch, 'it goes on')


def reset_brings_the_start():
    with Gradus() as window:
        start = window.cost(), window.accuracy(), window.description('Hidden units')
        window.train_to(300)
        must('the cost has moved', window.cost() != start[0], window.cost())
        ends = []
        for _ in range(2):
            window.press('Reset')
            window.until(lambda: window.epoch() == 0, 'epoch 0')
            equal('the start', (window.cost(), window.accuracy()), start[:2])
            window.until(lambda: window.description('Hidden units') == start[2], 'its description')
            window.step(10)
            ends.append((window.cost(), window.accuracy()))
        equal('ten epochs later', ends[0], ends[1])
        window.press('Train')
        window.until(lambda: window.epoch() > 20, 'training')
        window.press('Reset')
        window.until(lambda: window.epoch() == 0 and not window.is_down('Train'), 'a paused start')
        window.stays(lambda: window.epoch() == 0, 'it goes on')


def speed_is_kept():
    """Measured between two looks, for looking takes its own time."""
    with Gradus() as window:
        window.type('Stop at epoch', '')
        rates = []
        for wish in (10, 1000, FLAT_OUT):
            window.set('slider', 'Speed', FLAT_OUT if wish == FLAT_OUT else speed_for(wish))
            window.until(lambda w=wish: window.says('flat out' if w == FLAT_OUT else '* epochs/s'),
                         'the rate in words')
            window.press('Reset')
            window.until(lambda: window.epoch() == 0, 'epoch 0')
            window.press('Train')
            window.until(lambda: window.newest() >= 3, 'epoch 3')
            first, since = window.newest(), time.monotonic()
            time.sleep(1.5)
            rates.append((window.newest() - first) / (time.monotonic() - since))
            window.pause()
        must('10 epochs a second', 6 < rates[0] < 14, rates)
        must('1000 epochs a second', 300 < rates[1] < 1300, rates)
        must('flat out', rates[2] > 1.5 * rates[1], rates)


def keeps_drawing():
    """Flat out, the plane changes on screen from one look to the next."""
    with Gradus() as window:
        window.press('Init scale 1')
        window.set('slider', 'Speed', speed_for(200))
        window.press('Train')
        window.until(lambda: window.epoch() > 5, 'epoch 5')
        shots = []
        for _ in range(4):
            shots.append(window.shot(window.find('image', 'Decision boundary')))
            time.sleep(0.2)
        must('it trains', window.is_down('Train'))
        pictures = {open(path, 'rb').read() for path in shots}
        must('different pictures', len(pictures) == 4, len(pictures))
        shown = window.epoch()
        window.until(lambda: window.epoch() > shown, 'another epoch')


def alpha_changes_on_the_way():
    with Gradus() as window:
        window.train_to(150)
        window.type('Learning rate α', '0.3')
        window.stays(lambda: window.epoch() >= 150, 'it starts anew')
        changed = window.epoch()
        window.press('Train')
        window.until(lambda: window.epoch() > changed + 50, 'more epochs')
        window.set('slider', 'Learning rate α', -1)      # 10^-1, while it trains
        window.until(lambda: window.app.read('text', 'Learning rate α') == '0.1', 'the entry')
        goal = window.epoch()
        must('it starts anew', goal > changed, goal)
        window.until(lambda: window.epoch() > goal + 50, 'more epochs')
        window.pause()
        path = stage.new_path('run.gradus')
        window.app.action('win.save')
        window.app.save_file(path)
        window.until(lambda: 'alpha-schedule=' in open(path).read(), 'the saved schedule')
        must('both changes are saved', open(path).read().count(':') == 2, open(path).read())
        window.is_same_as_cli(path, '--epochs=%d' % window.epoch())


def alpha_holds_from_the_next_step():
    with Gradus() as window:
        window.step(2)
        window.type('Learning rate α', '7.5')
        equal('the slider', round(window.app.value('slider', 'Learning rate α'), 4),
              round(math.log10(7.5), 4))
        window.step(3)
        equal('the epoch', window.epoch(), 5)
        window.is_same_as_cli('--epochs=5', '--alpha=1.2', '--alpha-schedule=2:7.5')


def shown_epoch_looks_back():
    with Gradus() as window:
        window.train_to(400)
        window.press('Train')
        window.set('slider', 'Shown epoch', 100)
        window.until(lambda: window.epoch() == 100, 'epoch 100')
        window.is_same_as_cli('--epochs=100')
        window.until(lambda: 'after 100 epochs' in window.description('Decision boundary'),
                     'the plane of epoch 100')
        newest = window.newest()
        window.until(lambda: window.newest() > newest + 100, 'training in the background')
        equal('still shown', window.epoch(), 100)
        must('it trains', window.is_down('Train'))
        window.press('Live')
        window.until(lambda: window.epoch() > newest, 'the newest epoch')
        shown = window.epoch()
        window.until(lambda: window.epoch() > shown + 20, 'it follows')
        window.pause()
        equal('the newest', window.epoch(), window.newest())
        window.set('slider', 'Shown epoch', 0)
        window.until(lambda: window.epoch() == 0, 'epoch 0')
        window.is_same_as_cli('--epochs=0')
        window.press('Step')
        window.until(lambda: window.newest() > newest, 'one more')


def cost_curve_can_be_clicked():
    with Gradus() as window:
        window.train_to(500)
        newest = window.newest()
        curve = window.find('image', 'Cost curve')
        width, height = extents(curve)[2:]
        window.app.click(curve, width * 0.4, height * 0.5)
        window.until(lambda: 0 < window.epoch() < newest, 'an epoch between')
        window.is_same_as_cli('--epochs=%d' % window.epoch())
        window.press('Live')
        window.until(lambda: window.epoch() == newest, 'the newest epoch')


def stops_at_the_last_epoch():
    with Gradus() as window:
        window.type('Stop at epoch', '60')
        window.press('Train')
        window.until(lambda: window.epoch() == 60 and not window.is_down('Train'), 'the end')
        window.until(lambda: window.says('Finished*'), 'a word on it')
        window.is_same_as_cli('--epochs=60')
        window.press('Train')
        window.until(lambda: window.epoch() > 100, 'it goes on for as long again')
        window.press('Reset')
        window.type('Stop at epoch', '')
        window.press('Train')
        window.until(lambda: window.epoch() > 100, 'it goes on without an end')
        window.pause()


def divergence_is_told():
    arguments = ['--activation=relu', '--init-scale=1', '--alpha=1000']
    done = subprocess.run([stage.CLI, *arguments], capture_output=True, text=True, check=False)
    epoch = int(done.stderr.split('epoch ')[1].split(':')[0])
    with Gradus() as window:
        window.app.select('combo box', 'Activation', 'ReLU')
        window.press('Init scale 1')
        window.type('Learning rate α', '1000')
        window.until(lambda: 'dead' in window.description('Hidden units'), 'ReLU units')
        window.press('Train')
        window.until(lambda: window.says('Diverged at epoch %d[!0-9]*' % epoch), 'the sentence')
        equal('the button', window.is_down('Train'), False)
        equal('the newest epoch', window.newest(), epoch - 1)
        window.set('slider', 'Shown epoch', 0)
        window.until(lambda: window.epoch() == 0, 'the history')
        window.is_same_as_cli('--epochs=0', *arguments)
        window.press('Live')
        window.until(lambda: window.epoch() == epoch - 1, 'the last epoch')
        window.type('Learning rate α', '1.2')
        window.until(lambda: window.epoch() == 0, 'a new start')
        window.press('Train')
        window.until(lambda: window.epoch() > 30, 'training')
        window.pause()


stage.run({
    'Train raises the epoch and lowers the cost, Pause stops it': train_and_pause,
    'a paused window uses no processor': paused_uses_no_processor,
    'Step goes exactly one epoch': step_goes_one_epoch,
    'Step pauses a run that trains': step_pauses,
    'Reset brings the same start': reset_brings_the_start,
    'Speed changes how many epochs go by in a second': speed_is_kept,
    'the window keeps drawing while it trains': keeps_drawing,
    'α changes while it trains, without a new start, and is saved': alpha_changes_on_the_way,
    'α holds from the next step on': alpha_holds_from_the_next_step,
    'Shown epoch looks back while training goes on, Live returns': shown_epoch_looks_back,
    'a click on the cost curve shows that epoch': cost_curve_can_be_clicked,
    'training stops at the last epoch, and goes on when asked': stops_at_the_last_epoch,
    'divergence is told with its epoch, and keeps the history': divergence_is_told,
})
