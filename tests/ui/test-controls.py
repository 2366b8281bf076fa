#!/usr/bin/python3
"""Whether each control does what its name says, by gradus-cli's word: test-controls.py GRADUS
GRADUS_CLI."""
import re

import stage
from atspi_driver import states
from stage import Gradus, equal, must

RECIPES = {
    'Circles': 'circles', 'Moons': 'moons', 'Blobs': 'blobs', 'Two Gaussians': 'gaussians',
    'XOR': 'xor', 'Spiral': 'spiral', 'Gaussian quantiles': 'quantiles',
    'Random labels': 'unstructured', 'Planar flower': 'flower',
}


class Experiment:
    """What has been chosen so far, in the window and in gradus-cli's words."""

    def __init__(self, window):
        self.window = window
        self.options = {}

    def choose(self, change, sign=None, **options):
        """Steps on, changes a control, and complains unless a new run begins that is gradus-cli's
        of the same options, and not the one before. sign: the window shows it once the run is new.
        """
        window = self.window
        window.step(3)
        before = window.cost()
        change()
        window.until(lambda: window.epoch() == 0 and window.newest() <= 1
                     and (sign is None or sign()), 'a new run for %s' % options)
        self.options.update(options)
        window.step(3)
        must('%s changes nothing' % options, window.cost() != before, before)
        self.compare(3)

    def compare(self, epochs):
        self.window.is_same_as_cli('--epochs=%d' % epochs, *(
            '--%s=%s' % (name.replace('_', '-'), value) for name, value in self.options.items()))


def data_has_nine_recipes():
    with Gradus() as window:
        experiment = Experiment(window)
        for title, recipe in RECIPES.items():
            experiment.choose(lambda t=title: window.app.select('combo box', 'Data', t),
                              lambda t=title: window.says(t + ' ·*'), data=recipe)
            must(recipe, '400 examples' in window.description('Decision boundary'),
                 window.description('Decision boundary'))


def data_controls_make_the_data():
    with Gradus() as window:
        experiment = Experiment(window)
        experiment.choose(lambda: window.set('spin button', 'Examples', 120), examples=120)
        window.until(lambda: '120 examples' in window.description('Decision boundary'),
                     'its description')
        experiment.choose(lambda: window.set('spin button', 'Data seed', 5), data_seed=5)
        experiment.choose(lambda: window.type('Noise', '0.7'), noise=0.7)
        experiment.choose(lambda: window.app.toggle('check box', 'Standardise'), standardise='true')
        experiment.choose(lambda: window.set('slider', 'Held out %', 25), held_out=0.25)
        said = stage.train_without_window(
            '--epochs=3', *('--%s=%s' % (name.replace('_', '-'), value)
                            for name, value in experiment.options.items()))[2]
        cost, accuracy = re.search(r'held out: cost (\S+)  accuracy (\S+)', said).groups()
        must('the held-out numbers', window.says('Held out: cost %.4f, accuracy %s*'
                                                 % (float(cost), accuracy)), said)
        window.until(lambda: re.search(r'90 examples.*30 that were held out',
                                       window.description('Decision boundary')), 'its description')
        experiment.choose(lambda: window.type('Test examples', '50'), test_examples=50)
        window.until(lambda: re.search(r'90 examples.*80 that were held out',
                                       window.description('Decision boundary')), 'its description')
        experiment.choose(lambda: window.type('Test examples', ''), test_examples=0)
        window.set('slider', 'Held out %', 0)
        window.until(lambda: window.epoch() == 0 and not window.says('Held out: *'),
                     'no held-out numbers')


def network_has_its_shape():
    with Gradus() as window:
        experiment = Experiment(window)
        units = lambda text: lambda: window.description('Hidden units').startswith(text)
        experiment.choose(lambda: window.set('spin button', 'Hidden units', 3),
                          units('3 hidden units'), hidden=3)
        experiment.choose(lambda: window.set('spin button', 'Hidden layers', 3),
                          units('Layer 1: 3 hidden units'), hidden='3,3,3')
        must('its layers', window.says('* 2–3–3–3–1 *'))
        window.app.select('combo box', 'Shown layer', 'Layer 3')
        window.until(units('Layer 3: 3 hidden units'), 'the third layer')
        experiment.choose(lambda: window.set('spin button', 'Hidden layers', 0),
                          units('No hidden layer: logistic regression'), hidden=0)
        must('logistic regression', window.says('* logistic regression'))
        experiment.choose(lambda: window.set('spin button', 'Hidden layers', 1),
                          units('3 hidden units'), hidden=3)


def activation_is_taken():
    with Gradus() as window:
        experiment = Experiment(window)
        experiment.choose(lambda: window.press('Init scale 1'), init_scale=1)
        for title, name in {'sigmoid': 'sigmoid', 'ReLU': 'relu', 'leaky ReLU': 'leaky-relu',
                            'identity': 'identity', 'tanh': 'tanh'}.items():
            experiment.choose(lambda t=title: window.app.select('combo box', 'Activation', t),
                              lambda t=title: window.says('* · %s' % t), activation=name)


def init_scale_is_taken():
    with Gradus() as window:
        experiment = Experiment(window)
        entry = window.find('text', 'Init scale')
        shown = lambda: window.app.read('text', 'Init scale')
        experiment.choose(lambda: window.press('Init scale 0'), init_scale=0)
        window.until(lambda: window.says('*every gradient is exactly 0, and nothing moves.*'), 'a word on it')
        equal('cost', window.cost(), 'Cost 0.693147')
        window.until(lambda: 'all alike' in window.description('Hidden units'), 'alike units')
        experiment.choose(lambda: window.press('Init scale 1'), init_scale=1)
        equal('the entry', shown(), '1')
        experiment.choose(lambda: window.press('Init scale 0.01'), init_scale=0.01)
        equal('the entry', shown(), '0.01')
        window.press('Init scale other')
        window.until(lambda: 'focused' in states(entry), 'the focus in the entry')
        experiment.choose(lambda: window.type('Init scale', '30'), init_scale=30)
        equal('the buttons', [window.is_down('Init scale ' + name)
                              for name in ('0', '0.01', '1', 'other')], [False] * 3 + [True])
        experiment.choose(lambda: window.type('Init scale', '1'), init_scale=1)
        must('the button of 1', window.is_down('Init scale 1'))


def starts_have_the_published_costs():
    """The costs at epoch 0 that the reference values give, on the flower with seed 2."""
    with Gradus() as window:
        equal('at first', window.cost(), 'Cost 0.693048')
        for name, cost in (('0', '0.693147'), ('1', '1.127380'), ('0.01', '0.693048')):
            window.press('Init scale ' + name)
            window.until(lambda c=cost: window.cost() == 'Cost ' + c, '%s for %s' % (cost, name))
        for text, cost in (('10', '12.135132'), ('100', '122.473202')):
            window.type('Init scale', text)
            window.until(lambda c=cost: window.cost() == 'Cost ' + c, '%s for %s' % (cost, text))


def start_can_be_chosen():
    with Gradus() as window:
        experiment = Experiment(window)
        experiment.choose(lambda: window.set('spin button', 'Seed', 7), seed=7)
        experiment.choose(lambda: window.press('Next seed'), seed=8)
        equal('the seed', window.app.value('spin button', 'Seed'), 8)
        experiment.choose(lambda: window.type('Bias scale', '0.5'), bias_scale=0.5)
        for title in ('constant', 'xavier', 'he', 'zeros', 'normal'):
            experiment.choose(
                lambda t=title: window.app.select('combo box', 'Initial weights',
                                                  {'xavier': 'Xavier', 'he': 'He'}.get(t, t)),
                init=title)


def descent_is_taken():
    with Gradus() as window:
        experiment = Experiment(window)
        experiment.choose(lambda: window.press('Init scale 1'), init_scale=1)
        experiment.choose(lambda: window.type('Batch', '32'), batch=32)
        experiment.choose(lambda: window.type('L2 λ', '0.5'), l2=0.5)
        experiment.choose(lambda: window.type('Batch', ''), batch=0)


def all_together():
    """The example of a teacher: seed 7, 3 units, sigmoid, 5 steps."""
    with Gradus() as window:
        window.set('spin button', 'Seed', 7)
        window.set('spin button', 'Hidden units', 3)
        window.app.select('combo box', 'Activation', 'sigmoid')
        window.until(lambda: window.says('* 2–3–1 · sigmoid'), 'the network')
        window.step(5)
        window.is_same_as_cli('--seed=7', '--hidden=3', '--activation=sigmoid', '--epochs=5')


def training_goes_on_with_a_new_start():
    with Gradus() as window:
        window.press('Train')
        window.until(lambda: window.epoch() > 200, 'epoch 200')
        window.press('Init scale 1')
        window.until(lambda: window.is_down('Init scale 1') and window.epoch() < 200, 'a new start')
        window.until(lambda: window.epoch() > 100, 'training')
        window.pause()
        window.is_same_as_cli('--init-scale=1', '--epochs=%d' % window.epoch())


def wrong_numbers_change_nothing():
    with Gradus() as window:
        window.step(2)
        for name, wrong in (('Init scale', '-1'), ('Init scale', 'ten'), ('Init scale', '1001'),
                            ('Learning rate α', 'nan'), ('Batch', '1.5'), ('L2 λ', '')):
            node = window.find('text', name)
            old = window.app.read('text', name)
            window.type(name, wrong)
            window.until(lambda n=node: 'invalid' in states(n), '%s marked as wrong' % wrong)
            window.stays(lambda: window.epoch() == 2, 'it starts anew', 0.2)
            window.type(name, old)
            window.until(lambda n=node: 'invalid' not in states(n), '%s marked as right' % old)
        window.step(2)
        window.is_same_as_cli('--epochs=4')


stage.run({
    'Data makes each of the nine recipes': data_has_nine_recipes,
    'Examples, Data seed, Noise, Standardise, Held out make the data': data_controls_make_the_data,
    'Hidden units and Hidden layers shape the network': network_has_its_shape,
    'Activation is the hidden units\' own': activation_is_taken,
    'Init scale is 0, 0.01, 1 or another': init_scale_is_taken,
    'the starts have the published costs': starts_have_the_published_costs,
    'Seed, Initial weights and Bias scale choose the start': start_can_be_chosen,
    'Batch and L2 λ change the descent': descent_is_taken,
    'controls set one after the other are one experiment': all_together,
    'training goes on when a control starts it anew': training_goes_on_with_a_new_start,
    'what is no number in range is marked and changes nothing': wrong_numbers_change_nothing,
})
