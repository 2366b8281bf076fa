#!/usr/bin/python3
"""Whether the panel of one step shows, copies, checks and predicts: test-step.py GRADUS GRADUS_CLI."""
import re

import stage
from atspi_driver import extents, states
from stage import Gradus, equal, must

NAME = 'One step, in numbers'


def open_step(window):
    window.app.action('win.inspector')
    window.app.press('toggle button', 'One step')
    until_says(window, 'all 400 examples')


def says(window):
    return window.app.find('image', NAME).get_description()


def until_says(window, part):
    window.until(lambda: window.app.find_all('image', NAME) and part in says(window), part)


def until_label(window, pattern):
    window.until(lambda: window.says(pattern), pattern)


def the_predicted_w_comes():
    with Gradus() as window:
        open_step(window)
        window.step()
        until_label(window, '\u2713 The predicted W came: epoch 1 has all 17 parameters*')
        until_says(window, 'epoch 1 ')
        window.step()
        until_label(window, '\u2713 The predicted W came: epoch 2 has*')
        window.press('Reset')
        window.until(lambda: not window.says('*predicted W came*'), 'no word of the run before')


def batches_are_told():
    with Gradus() as window:
        open_step(window)
        window.type('Batch', '64')
        until_says(window, 'each update of this run uses a batch of 64')
        window.step()
        until_label(window, 'Epoch 1 came by 7 updates on batches of 64: up to * away*')


def another_alpha_predicts_another_step():
    with Gradus() as window:
        open_step(window)
        window.type('Learning rate α', '0.5')
        until_says(window, 'α = 0.5')
        window.step()
        until_label(window, '\u2713 The predicted W came: epoch 1 has*')


def one_example_is_chosen():
    with Gradus() as window:
        open_step(window)
        window.set('spin button', 'Example', 17)
        until_says(window, 'example 17 alone')
        window.set('spin button', 'Example', 0)
        until_says(window, 'all 400 examples')
        window.set('spin button', 'Example', 400)
        until_says(window, 'example 400 alone')
        window.set('spin button', 'Examples', 100)
        until_says(window, 'all 100 examples')


def a_click_chooses_an_example():
    with Gradus() as window:
        open_step(window)
        plot = window.find('image', 'Decision boundary')
        width, height = extents(plot)[2:]
        chosen = None
        for dy in range(height // 4, height * 3 // 4, 17):   # a grid over the petals
            for dx in range(width // 3, width * 2 // 3, 17):
                window.app.click(plot, dx=dx, dy=dy)
                found = re.search(r'example (\d+) alone', says(window))
                if found:
                    chosen = found.group(1)
                    break
            if chosen:
                break
        must('no click finds an example', chosen is not None)
        window.until(lambda: window.app.value('spin button', 'Example') == int(chosen), 'the number')
        window.app.click(plot, dx=4, dy=4)
        until_says(window, 'all 400 examples')


def layers_are_chosen():
    with Gradus() as window:
        open_step(window)
        figure = window.app.find('image', NAME)
        whole = extents(figure)[3]
        window.app.select('combo box', 'Shown equations', 'Layer 2')
        window.until(lambda: extents(figure)[3] < whole, 'fewer equations')
        window.set('spin button', 'Hidden layers', 0)
        window.until(lambda: not window.app.find_all('combo box', 'Shown equations'), 'no choice')


def the_gradient_is_checked():
    with Gradus() as window:
        window.train_to(20)
        open_step(window)
        window.press('Check gradient')
        until_label(window, '\u2713 Gradient check of epoch *: passed. The largest relative difference*')
        label = window.app.find('label', '\u2713 Gradient check*').get_name()
        equal('the matrices', re.findall(r'(dW|db)\[(\d)\]\s\S+\s\u2713', label),
              [('dW', '1'), ('db', '1'), ('dW', '2'), ('db', '2')])
        must(label, 'Compared: all parameters, on 400 examples.' in label)


def a_long_check_is_stopped():
    with Gradus() as window:
        window.set('spin button', 'Hidden layers', 3)
        window.set('spin button', 'Hidden units', 1000)
        window.until(lambda: any('1000–1000–1000' in label.get_name()
                                 for label in window.app.find_all('label')), 'that network')
        open_step(window)
        window.press('Check gradient')
        window.app.press('button', 'Stop checking')
        window.until(lambda: window.app.find_all('button', 'Check gradient'), 'the button again')
        window.stays(lambda: not window.says('*Gradient check*'), 'no word of what was stopped', 1)


def copies_run_elsewhere():
    with Gradus() as window:
        open_step(window)
        window.app.press('toggle button', 'Copy')
        window.app.press('button', 'Copy as NumPy')
        until_label(window, 'Copied as NumPy.')
        window.app.press('toggle button', 'Copy')
        window.app.press('button', 'Copy as LaTeX')
        until_label(window, 'Copied as LaTeX.')


def controls_have_names():
    with Gradus() as window:
        open_step(window)
        for role, name in (('spin button', 'Example'), ('combo box', 'Shown equations'),
                           ('button', 'Check gradient'), ('toggle button', 'Copy')):
            must(name, 'sensitive' in states(window.app.find(role, name)))


stage.run({
    'every control of the panel has its name': controls_have_names,
    'the predicted W comes, to the bit': the_predicted_w_comes,
    'mini-batches are told from the step': batches_are_told,
    'another α predicts another step': another_alpha_predicts_another_step,
    'one example is chosen by its number': one_example_is_chosen,
    'one example is chosen with a click': a_click_chooses_an_example,
    'one layer is chosen': layers_are_chosen,
    'the gradient is checked matrix by matrix': the_gradient_is_checked,
    'a long check can be stopped': a_long_check_is_stopped,
    'the step is copied as NumPy and as LaTeX': copies_run_elsewhere,
})
