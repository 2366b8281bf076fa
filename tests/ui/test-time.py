#!/usr/bin/python3
"""Whether any epoch can be seen again: played, jumped to, typed: test-time.py GRADUS GRADUS_CLI."""
import math

import stage
from atspi_driver import extents, states
from stage import Gradus, equal, must


def speed_for(rate):
    """Where the slider is at so many epochs a second."""
    return math.log10(rate) / 5


def can(window, role, name):
    return 'sensitive' in states(window.find(role, name))


def plays_forward():
    with Gradus() as window:
        must('Play with nothing to play', not can(window, 'toggle button', 'Play forward'))
        window.train_to(300)
        newest = window.newest()
        window.set('slider', 'Speed', speed_for(150))
        window.press('Play forward')
        window.until(lambda: window.is_down('Play forward') and 0 < window.epoch() < newest,
                     'an epoch on the way')
        seen = []
        window.until(lambda: seen.append(window.epoch()) or window.epoch() == newest, 'the end')
        window.until(lambda: not window.is_down('Play forward'), 'the button at the end')
        equal('never a step back', seen, sorted(seen))
        must('not at once', len(set(seen)) > 3, seen)
        equal('no training', window.newest(), newest)
        must('Live again', not can(window, 'button', 'Live'))


def plays_back():
    with Gradus() as window:
        window.train_to(300)
        newest = window.newest()
        window.set('slider', 'Speed', speed_for(300))
        window.set('slider', 'Shown epoch', 200)
        window.press('Play back')
        seen = []
        window.until(lambda: seen.append(window.epoch()) or window.epoch() == 0, 'the start')
        window.until(lambda: not window.is_down('Play back'), 'the button at the start')
        equal('never a step forward', seen, sorted(seen, reverse=True))
        must('from there on', max(seen) <= 200, seen)
        equal('no training', window.newest(), newest)
        window.is_same_as_cli('--epochs=0')


def one_at_a_time():
    with Gradus() as window:
        window.train_to(400)
        window.set('slider', 'Speed', speed_for(30))
        window.press('Play back')
        window.until(lambda: window.is_down('Play back'), 'back')
        window.press('Play forward')
        window.until(lambda: window.is_down('Play forward') and not window.is_down('Play back'),
                     'forward instead')
        window.press('Play forward')
        window.until(lambda: not window.is_down('Play forward'), 'a stop')
        epoch = window.epoch()
        window.stays(lambda: window.epoch() == epoch, 'it goes on')
        window.press('Play back')
        window.until(lambda: window.epoch() < epoch, 'back')
        window.press('Live')
        window.until(lambda: window.epoch() == window.newest(), 'the newest')
        window.stays(lambda: window.epoch() == window.newest() and not window.is_down('Play back'),
                     'it plays on')


def keys_play_and_jump():
    with Gradus() as window:
        window.until(lambda: 'active' in states(window.app.windows()[0]), 'the keyboard')
        window.train_to(300)
        newest = window.newest()
        window.set('slider', 'Speed', speed_for(20))
        window.key('comma')
        window.until(lambda: window.is_down('Play back') and window.epoch() < newest, 'back')
        window.key('comma')
        window.until(lambda: not window.is_down('Play back'), 'a stop')
        window.set('slider', 'Shown epoch', 100)
        window.key('period')
        window.until(lambda: window.is_down('Play forward') and window.epoch() > 100, 'forward')
        window.key('period')
        window.until(lambda: not window.is_down('Play forward'), 'a stop')
        window.press('Live')
        window.until(lambda: window.epoch() == newest, 'the newest')
        window.key('shift+Left')
        window.until(lambda: window.epoch() == 117, 'a unit over half saturated')
        window.key('shift+Left')
        window.until(lambda: window.epoch() == 11, 'the plateau')
        window.key('shift+Right')
        window.until(lambda: window.epoch() == 117, 'forward again')
        equal('no training', window.newest(), newest)


def landmarks_can_be_reached():
    with Gradus() as window:
        must('none yet', not can(window, 'button', 'Previous landmark'))
        window.until(lambda: window.description('Landmarks') == 'No landmark passed yet.', 'none')
        window.train_to(300)
        told = window.description('Landmarks').splitlines()
        equal('what is told', told,
              ['Epoch 11: left the plateau (cost under 0.99 ln 2)',
               'Epoch 117: unit 3 is saturated on over half of the examples'])
        must('none behind the newest', not can(window, 'button', 'Next landmark'))
        window.press('Previous landmark')
        window.until(lambda: window.epoch() == 117, 'the last one')
        window.is_same_as_cli('--epochs=117')
        window.press('Previous landmark')
        window.until(lambda: window.epoch() == 11, 'the first one')
        window.until(lambda: not can(window, 'button', 'Previous landmark'), 'no more')
        window.press('Next landmark')
        window.until(lambda: window.epoch() == 117, 'forward')
        window.press('Reset')
        window.until(lambda: window.description('Landmarks') == 'No landmark passed yet.',
                     'a new start')


def landmarks_can_be_clicked():
    with Gradus() as window:
        window.train_to(200)
        bar = window.find('image', 'Landmarks')
        left, _, width, height = extents(bar)
        first, _, length, _ = extents(window.find('slider', 'Shown epoch'))
        window.app.click(bar, first - left + length * 117 / window.newest(), height / 2)
        window.until(lambda: window.epoch() == 117, 'the mark that was clicked')


def an_epoch_can_be_typed():
    with Gradus() as window:
        window.until(lambda: 'active' in states(window.app.windows()[0]), 'the keyboard')
        window.train_to(300)
        newest = window.newest()
        for typed, shown in (('123', 123), ('7', 7), ('0', 0), ('99999999', newest)):
            window.key('ctrl+g')
            window.until(lambda: window.app.find_all('text', 'Go to epoch'), 'the entry')
            window.until(lambda: 'focused' in states(window.app.find('text', 'Go to epoch')),
                         'the focus')
            window.key(*typed, 'Return')
            window.until(lambda e=shown: window.epoch() == e, 'epoch %d' % shown)
            window.until(lambda: not [node for node in window.app.find_all('text', 'Go to epoch')
                                      if 'showing' in states(node)], 'it closes')
        window.key('ctrl+g')
        window.until(lambda: window.app.find_all('button', 'Epoch 11: *'), 'the list')
        window.app.press('button', 'Epoch 11: *')
        window.until(lambda: window.epoch() == 11, 'the landmark of the list')
        window.is_same_as_cli('--epochs=11')


def what_was_not_kept_is_exact():
    """Beyond 16,384 epochs only every second one is kept."""
    with Gradus() as window:
        window.type('Stop at epoch', '20000')
        window.set('slider', 'Speed', 1.0)
        window.press('Train')
        window.until(lambda: window.newest() == 20000 and not window.is_down('Train'), 'the end')
        for epoch in (7843, 12345):
            window.set('slider', 'Shown epoch', epoch)
            window.until(lambda e=epoch: window.epoch() == e, 'epoch %d' % epoch)
            window.is_same_as_cli('--epochs=%d' % epoch)
            count = str(epoch) if epoch < 10000 else '{:,}'.format(epoch).replace(',', '\u202f')
            window.until(lambda c=count: 'after %s epochs' % c
                         in window.description('Decision boundary'), 'its picture')


def nothing_jumps():
    with Gradus() as window:
        slider, live = window.find('slider', 'Shown epoch'), window.find('button', 'Live')
        places = set()
        window.set('slider', 'Speed', speed_for(3000))
        window.press('Train')
        for goal in (100, 1500, 3000):
            window.until(lambda g=goal: window.newest() > g, 'epoch %d' % goal)
            places |= {extents(slider), extents(live)}
        window.pause()
        window.set('slider', 'Shown epoch', 10)
        places |= {extents(slider), extents(live)}
        must('places', len(places) == 2, places)


stage.run({
    'Play forward shows the run from its start to its newest epoch': plays_forward,
    'Play back goes from the shown epoch to the start': plays_back,
    'one film plays at a time, and stops when asked': one_at_a_time,
    'comma and full stop play, Shift with the arrows jumps': keys_play_and_jump,
    'the landmarks are told, and reached by buttons': landmarks_can_be_reached,
    'a landmark can be clicked': landmarks_can_be_clicked,
    'an epoch can be typed, or a landmark chosen': an_epoch_can_be_typed,
    'an epoch that was not kept is shown exactly': what_was_not_kept_is_exact,
    'no control moves while it trains': nothing_jumps,
})
