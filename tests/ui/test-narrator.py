#!/usr/bin/python3
"""Whether the status bar tells what goes on and leads to its picture: test-narrator.py GRADUS CLI."""
import stage
from atspi_driver import extents, states, walk
from stage import Gradus, equal, must, train_without_window

BROKE = 'Small random weights broke the symmetry: the four units now face four ways.'
AT_REST = ('All weights are 0 and the classes are of equal size: every gradient is exactly 0, and '
           'nothing moves.')


def tells(window, sentence):
    """Waits for the button that is named by the sentence."""
    window.until(lambda: window.app.find_all('button', sentence), sentence)
    return window.app.find('button', sentence)


def as_gradus_cli(window, *arguments):
    """The sentence of gradus-cli --explain, and the button in the window that says the same."""
    sentence = train_without_window('--explain', *arguments)[2].splitlines()[-1]
    return tells(window, sentence)


def every_scale_has_its_sentence():
    with Gradus() as window:
        as_gradus_cli(window, '--epochs=0')
        window.press('Init scale 0')
        equal('scale 0', as_gradus_cli(window, '--init-scale=0', '--epochs=0').get_name(), AT_REST)
        window.press('Init scale 1')
        as_gradus_cli(window, '--init-scale=1', '--epochs=0')
        window.type('Init scale', '100')
        as_gradus_cli(window, '--init-scale=100', '--epochs=0')
        must('the blocked error', window.app.find_all('button', '*99 % of the error is blocked.'))
        window.step(5)
        as_gradus_cli(window, '--init-scale=100', '--epochs=5')
        window.press('Init scale 0.01')
        window.until(lambda: window.epoch() == 0, 'a new start')
        window.step(5)
        as_gradus_cli(window, '--epochs=5')


def a_click_leads_to_the_picture():
    with Gradus() as window:
        window.train_to(300)
        window.app.click(tells(window, BROKE))
        window.until(lambda: window.app.find_all('image', 'Hidden space'), 'the panel')
        window.until(lambda: 'Hidden space: units 1 and 2' in window.description('Hidden space'),
                     'its sentence')
        window.press('Init scale 0')
        window.app.press('button', AT_REST)
        window.until(lambda: window.app.find_all('image', 'Symmetry*'), 'the other panel')
        window.type('Init scale', '100')
        window.app.press('button', '*99 % of the error is blocked.')
        window.until(lambda: window.app.find_all('image', 'Saturation*'), 'the third panel')


def the_keyboard_reaches_it():
    with Gradus() as window:
        def focused():
            return [node.path for node in walk(window.app.windows()[0])
                    if 'focused' in states(node)]
        window.until(lambda: 'active' in states(window.app.windows()[0]), 'the keyboard')
        link = tells(window, 'Ready at cost *')
        for _ in range(60):
            if focused() == [link.path]:
                break
            before = focused()             # two in a row may have the same name
            window.key('Tab')
            window.until(lambda: focused() != before, 'the next control')  # noqa: B023
        must('the focus comes to the sentence', 'focused' in states(link), focused())
        window.press('Init scale 0')
        link = tells(window, AT_REST)
        window.until(lambda: 'focused' in states(link), 'the focus to stay')
        window.key('Return')
        window.until(lambda: window.app.find_all('image', 'Symmetry*'), 'the panel')


def the_state_is_told():
    with Gradus() as window:
        window.until(lambda: window.says('Ready'), 'ready')
        window.set('slider', 'Speed', 0.4)     # 100 epochs a second
        window.press('Train')
        window.until(lambda: window.says('Training: * epochs a second'), 'the rate')
        window.until(lambda: window.epoch() > 60, 'epoch 60')
        window.set('slider', 'Shown epoch', 5)
        window.until(lambda: window.says('Training: * · an earlier epoch is on screen'), 'both')
        tells(window, 'Still on the plateau: *')
        window.pause()
        window.until(lambda: window.says('Paused · an earlier epoch is on screen'), 'the pause')
        window.press('Live')
        window.until(lambda: window.says('Paused'), 'the newest epoch')
        tells(window, 'Small random weights *')


def no_sentence_moves_the_slider():
    with Gradus() as window:
        def place():
            return extents(window.find('slider', 'Shown epoch'))
        tells(window, 'Ready at cost *')
        before = place()
        window.press('Init scale 0')
        tells(window, AT_REST)
        equal('the slider', place(), before)
        window.press('Init scale 0.01')
        window.train_to(200)
        tells(window, BROKE)
        equal('the slider later', place(), before)


stage.run({
    'each scale has the sentence of gradus-cli --explain': every_scale_has_its_sentence,
    'a click on the sentence opens the picture of it': a_click_leads_to_the_picture,
    'the keyboard reaches the sentence': the_keyboard_reaches_it,
    'the state is told, and an earlier epoch': the_state_is_told,
    'no sentence moves the slider': no_sentence_moves_the_slider,
})
