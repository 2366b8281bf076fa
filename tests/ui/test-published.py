#!/usr/bin/python3
"""Whether published runs are reproduced in their window: test-published.py GRADUS GRADUS_CLI."""
import stage
from atspi_driver import title, walk
from stage import Gradus, equal, must

TABLES = {
    'The planar flower': 'All 11 rows agree, 3 of them within a band',
    'Three starts of a ReLU network': 'All 28 rows agree, 1 of them within a band',
    'One to five hidden units': 'All 9 rows agree, 1 of them within a band',
    'Six starts on the flower': 'All 39 rows agree',
}

SLIP = '''[table]
title=With a slip
where=On the blackboard
[run a]
title=The flower
[cost a]
0=0.693048
10=0.700
'''


def wait_for_tables(window):
    return window.until(lambda: next((w for w in window.app.windows()
                                      if w.get_name() == 'Reproduce the Course’s Run'), None),
                        'the window of tables')


def open_tables(window):
    window.app.action('win.reproduce')
    return wait_for_tables(window)


def reproduce(window, sum_of_it):
    window.press('Reproduce')
    window.until(lambda: window.says(sum_of_it), sum_of_it)


def open_file(window, path):
    window.press('Open Table*')
    window.until(lambda: len(window.app.windows()) == 3, 'the question for a file')
    window.app.open_file(path)


def rows(tables):
    return [title(node) for node in walk(tables) if node.get_role_name() == 'list item'
            and title(node).startswith('Epoch ')]


def the_menu_leads_there():
    with Gradus() as window:
        window.app.menu('Main menu', 'Reproduce the Course’s Run…')
        window.until(lambda: window.says('11 published figures, not trained yet'), 'the first table')
        count = len(window.app.windows())
        window.app.action('win.reproduce')     # which brings the same window to the front
        equal('windows', len(window.app.windows()), count)


def rows_tick_off():
    with Gradus() as window:
        tables = open_tables(window)
        must('a row before', 'Epoch 1000, cost: published 0.288083' in rows(tables), rows(tables))
        reproduce(window, TABLES['The planar flower'])
        said = rows(tables)
        for row in ('Epoch 1000, cost: published 0.288083, ours 0.288083, agrees',
                    'Epoch 10\u202f000, accuracy: published 90 … 91 %, ours 90.50 %, in the band'):
            must(row, row in said, said)
        must('the reason', window.says('Near epoch 7130 the largest eigenvalue*'))


def every_table_is_there():
    with Gradus() as window:
        tables = open_tables(window)
        for name, sum_of_it in TABLES.items():
            window.app.select('combo box', 'Table', name)
            window.until(lambda: window.says('*not trained yet'), 'a table not trained yet')
            reproduce(window, sum_of_it)
            must('a verdict on each row', all(row.endswith(('agrees', 'in the band'))
                                              for row in rows(tables)), rows(tables))


def an_own_table_differs():
    path = stage.new_file('slip.table', SLIP)
    bad = stage.new_file('bad.table', SLIP.replace('0.700\n', 'x\n'))
    with Gradus() as window:
        tables = open_tables(window)
        open_file(window, bad)
        window.until(lambda: window.says('*bad.table:8: ?cost a? 10: “x” is no such figure*'),
                     'the fault')
        open_file(window, path)
        window.until(lambda: window.says('2 published figures, not trained yet'), 'the own table')
        reproduce(window, '1 of 2 rows differs')
        must('by how much', [row for row in rows(tables) if row.endswith('0.012322 too low')],
             rows(tables))


def a_table_is_opened_as_any_file():
    path = stage.new_file('slip.table', SLIP)
    bad = stage.new_file('bad.table', SLIP.replace('0.700\n', 'x\n'))
    with Gradus(path) as window:
        tables = wait_for_tables(window)
        must('its figures', window.says('2 published figures, not trained yet'))
        equal('the table', window.app.read('combo box', 'Table'), 'With a slip')
        must('a row', 'Epoch 0, cost: published 0.693048' in rows(tables), rows(tables))
        window.key('Return')                   # it is in front, and its button has the focus
        window.until(lambda: window.says('1 of 2 rows differs'), 'the sum')
        window.key('Escape')
        window.until(lambda: len(window.app.windows()) == 1, 'the end')
        window.open(path)
        wait_for_tables(window)
        equal('the table again', window.app.read('combo box', 'Table'), 'With a slip')
    with Gradus(bad) as window:
        window.until(lambda: '/bad.table:8: [cost a] 10: “x” is no such figure' in
                     (window.message() or ''), 'the fault')
        equal('windows', len(window.app.windows()), 1)


def a_run_is_opened():
    with Gradus() as window:
        open_tables(window)
        window.app.select('combo box', 'Table', 'Three starts of a ReLU network')
        window.until(lambda: window.app.find_all('button', 'Open This Run: 2–10–5–1 ReLU, He'),
                     'the run')
        window.press('Open This Run: 2–10–5–1 ReLU, He')
        window.until(lambda: window.says('Circles · 2–10–5–1 · ReLU')
                     and len(window.app.windows()) == 1, 'the run in the main window')
        window.until(lambda: window.cost() == 'Cost 0.883054', 'its first cost')
        equal('the epoch', window.epoch(), 0)
        must('the test set', window.says('Held out: *'))
        window.is_same_as_cli('--data=circles', '--examples=300', '--test-examples=100',
                              '--test-seed=2', '--noise=0.05', '--hidden=10,5',
                              '--activation=relu', '--init=he', '--seed=3', '--alpha=0.01',
                              '--epochs=0')


def keys_are_enough():
    with Gradus() as window:
        tables = open_tables(window)
        window.key('Return')                   # the button has the focus
        window.until(lambda: window.says(TABLES['The planar flower']), 'all rows')
        window.key('ctrl+c')
        window.until(lambda: window.says('Copied as text*'), 'the copy')
        window.key('Escape')
        window.until(lambda: tables.path not in [w.path for w in window.app.windows()], 'the end')


def all_is_named():
    with Gradus() as window:
        tables = open_tables(window)
        equal('without a name', window.app.audit(), [])
        plain = [title(node) for node in walk(tables)
                 if node.get_role_name() in ('push button', 'button', 'combo box')
                 and 'Close' not in title(node) and not node.get_description() and title(node)
                 and not title(node) in TABLES]
        equal('without a tooltip', plain, [])


def closing_stops():
    with Gradus() as window:
        open_tables(window)
        window.app.select('combo box', 'Table', 'Three starts of a ReLU network')
        window.press('Reproduce')
        window.key('Escape')
        window.until(lambda: len(window.app.windows()) == 1, 'the end')
        window.rests(1)


stage.run({
    'the menu leads to the tables, once': the_menu_leads_there,
    'published, ours and a verdict stand in each row, with the reason for a band': rows_tick_off,
    'every table that ships comes out': every_table_is_there,
    'a table of one’s own is read, and its slip is found': an_own_table_differs,
    'a table is opened as any other file': a_table_is_opened_as_any_file,
    'a run is put into the main window': a_run_is_opened,
    'keys alone are enough': keys_are_enough,
    'all has a name and a tooltip': all_is_named,
    'closing the window stops what it trains': closing_stops,
})
