"""Runs gradus-cli for the tests, and reads what it writes."""
import csv
import json
import os
import subprocess

import numpy as np


class Program:
    def __init__(self, path):
        self.path = os.path.abspath(path)  # the tests run it in folders of their own

    def run(self, *arguments, folder=None, stdout=subprocess.PIPE, **environment):
        return subprocess.run([self.path, *map(str, arguments)], cwd=folder, stdout=stdout,
                              stderr=subprocess.PIPE, encoding='utf-8', timeout=300,
                              env=dict(os.environ, **environment))

    def must(self, *arguments, **more):
        """Runs what has to succeed without a word on standard error."""
        done = self.run(*arguments, **more)
        if done.returncode or done.stderr:
            raise AssertionError('%s: exit status %d: %s'
                                 % (' '.join(map(str, arguments)), done.returncode, done.stderr))
        return done


def as_options(options):
    return ['--%s=%s' % pair for pair in options.items()]


HISTORY_COLUMNS = ['epoch', 'cost', 'accuracy', 'held_out_cost', 'held_out_accuracy']


def read_columns(path):
    """{name: numbers}, all columns of a history in their order; NaN for an empty cell."""
    with open(path, encoding='ascii', newline='') as file:
        lines = list(csv.reader(file))
    if lines[0][:5] != HISTORY_COLUMNS or any(len(line) != len(lines[0]) for line in lines):
        raise AssertionError('the header is %s' % lines[0])
    return {name: np.array([float(line[i]) if line[i] else np.nan for line in lines[1:]])
            for i, name in enumerate(lines[0])}


def read_history(path):
    """(epochs, rows): rows of cost, accuracy, held-out cost and accuracy, NaN for an empty cell."""
    columns = read_columns(path)
    return ([int(epoch) for epoch in columns['epoch']],
            np.array([columns[name] for name in HISTORY_COLUMNS[1:]]).T)


def read_parameters(path):
    """[(W[1], b[1]), …]"""
    with open(path, encoding='ascii') as file:
        parameters = json.load(file)
    return [(np.array(parameters['W%d' % l]), np.array(parameters['b%d' % l])[:, np.newaxis])
            for l in range(1, len(parameters) // 2 + 1)]


def read_data(path):
    """(x, labels, held_out): x is (2, m); labels are numbers or words in sorted order, as 0, 1, …"""
    with open(path, encoding='utf-8', newline='') as file:
        lines = list(csv.reader(file))
    if lines[0] != ['x1', 'x2', 'label', 'held_out']:
        raise AssertionError('the header is %s' % lines[0])
    x = np.array([[float(cell) for cell in line[:2]] for line in lines[1:]]).T
    words = [line[2] for line in lines[1:]]
    try:
        classes = sorted(set(words), key=float)
    except ValueError:
        classes = sorted(set(words), key=lambda word: word.encode())
    labels = np.array([classes.index(word) for word in words])
    return x, labels, np.array([line[3] == '1' for line in lines[1:]])


def guarded(claims):
    """The claims, with what must() raises as a complaint."""
    def guard(check):
        def guarded_check():
            try:
                return check()
            except AssertionError as error:
                return [str(error)]
        return guarded_check
    return {sentence: guard(check) for sentence, check in claims.items()}
