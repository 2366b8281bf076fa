#!/usr/bin/python3
"""Whether all can be found by name, and reached from the keyboard: test-names.py GRADUS GRADUS_CLI.
"""
import stage
from atspi_driver import INTERACTIVE, actions, extents, interfaces, same_role, states, title, walk
from stage import Gradus, equal, must

# The table of names that must not drift.
CONTROLS = [
    ('toggle button', 'Train'), ('button', 'Step'), ('button', 'Reset'), ('slider', 'Speed'),
    ('button', 'Open'), ('button', 'Export'), ('button', 'Main menu'),
    ('combo box', 'Data'), ('spin button', 'Hidden units'), ('spin button', 'Hidden layers'),
    ('combo box', 'Activation'), ('toggle button', 'Init scale 0'),
    ('toggle button', 'Init scale 0.01'), ('toggle button', 'Init scale 1'),
    ('toggle button', 'Init scale other'), ('text', 'Init scale'), ('spin button', 'Seed'),
    ('slider', 'Learning rate α'), ('text', 'Learning rate α'), ('slider', 'Shown epoch'),
    ('button', 'Go to epoch'), ('toggle button', 'Play back'), ('toggle button', 'Play forward'),
    ('button', 'Previous landmark'), ('button', 'Next landmark'), ('image', 'Landmarks'),
    ('image', 'Decision boundary'), ('image', 'Cost curve'), ('image', 'Hidden units'),
    ('label', 'Epoch *'), ('label', 'Cost *'), ('label', 'Accuracy *'),
]


def controls(window):
    """The controls of a window, without what they are made of."""
    for node in walk(window):
        if (node.get_role_name() in INTERACTIVE and 'focusable' in states(node)
                and not same_role(node.get_parent().get_role_name(), 'combo box')
                and 'visible' in states(node) and extents(node)[2] * extents(node)[3] > 0):
            yield node


def have_their_names():
    with Gradus() as window:
        for role, name in CONTROLS:
            # A menu button is a shell around the button that is pressed: two of one name.
            found = [node for node in window.app.find_all(role, name)
                     if not node.get_role_name().endswith('push button') or actions(node)]
            must('one %s named "%s"' % (role, name), len(found) == 1, len(found))
        for role, name in CONTROLS:
            if role in ('slider', 'spin button'):
                must('%s has a value' % name, 'Value' in interfaces(window.find(role, name)))


def are_named_everywhere():
    with Gradus('/nowhere.csv') as window:
        window.until(window.message, 'a message')
        window.set('spin button', 'Hidden layers', 3)
        window.until(lambda: window.app.find_all('combo box', 'Shown layer'), 'the shown layer')
        equal('the window', window.app.audit(), [])
        window.press('Export')
        window.app.dialog()
        equal('the export', window.app.audit(), [])


def have_tooltips():
    """Which GTK tells as descriptions."""
    with Gradus('/nowhere.csv') as window:
        window.until(window.message, 'a message')
        window.press('Export')
        window.app.dialog()
        nodes = [node for one in window.app.windows() for node in controls(one)]
        must('enough of them', len(nodes) > 30, len(nodes))
        equal('controls without a word on what they do',
              [title(node) for node in nodes if not node.get_description()], [])


def can_be_reached_by_tab():
    with Gradus() as window:
        top = window.app.windows()[0]
        # What is scrolled out of sight has no place yet, but comes into it with the focus.
        wanted = {title(node) for node in controls(top) if node.get_role_name() != 'image'}
        wanted -= {'Minimize', 'Maximize', 'Close'}      # the window manager has keys for them
        wanted -= {title(node) for node in controls(top) if 'sensitive' not in states(node)}
        reached = set()
        for _ in range(60):
            reached |= {title(node) for node in walk(top) if 'focused' in states(node)}
            reached |= {title(node.get_parent()) for node in walk(top)
                        if 'focused' in states(node)}
            if wanted <= reached:
                break
            window.key('Tab')
        equal('not reached', sorted(wanted - reached), [])


def plots_describe_themselves():
    with Gradus() as window:
        before = [window.description(name) for _, name in CONTROLS[26:29]]
        window.press('Init scale 1')
        window.train_to(200)
        for (_, name), old in zip(CONTROLS[26:29], before):
            must('%s says what it shows' % name, len(old) > 20 and old.endswith('.'), old)
            window.until(lambda n=name, o=old: window.description(n) != o, 'another ' + name)
        window.until(lambda: '400 examples' in window.description('Decision boundary')
                     and '%d epochs' % window.epoch() in window.description('Decision boundary')
                     and '%d epochs' % window.epoch() in window.description('Cost curve'),
                     'the descriptions of this epoch')


stage.run({
    'each control of the table is there once, by role and name': have_their_names,
    'no control is without a name': are_named_everywhere,
    'every control says what it does': have_tooltips,
    'every control can be reached with the Tab key': can_be_reached_by_tab,
    'each plot says in a sentence what it shows': plots_describe_themselves,
})
