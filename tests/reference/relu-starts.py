#!/usr/bin/python3
"""Makes relu-starts.csv: the three starts of the course's relu network once more, in its own order
of draws and steps, with NumPy and scikit-learn. Run it in this folder; it needs nothing of Gradus.

The cost at an epoch is that of the parameters before its update, the accuracies are those after
the last one. Of randn * 10 the first cost is infinite: it is -log of outputs that round to 0."""

import numpy as np
from sklearn.datasets import make_circles

SIZES = [2, 10, 5, 1]
EPOCHS = 15000


def draw(seed, n):
    np.random.seed(seed)
    x, y = make_circles(n_samples=n, noise=.05)
    return x.T, y.reshape(1, -1)


def initialise(start):
    np.random.seed(3)
    layers = []
    for n_in, n_out in zip(SIZES, SIZES[1:]):
        w = {'zeros': lambda: np.zeros((n_out, n_in)),
             'large': lambda: np.random.randn(n_out, n_in) * 10,
             'he': lambda: np.random.randn(n_out, n_in) * np.sqrt(2 / n_in)}[start]()
        layers.append([w, np.zeros((n_out, 1))])
    return layers


def forward(layers, x):
    activations = [x]
    for number, (w, b) in enumerate(layers):
        z = w @ activations[-1] + b
        activations.append(np.maximum(0, z) if number < 2 else 1 / (1 + np.exp(-z)))
    return activations


def cost(a, y):
    with np.errstate(divide='ignore', invalid='ignore'):
        return np.nansum(-np.log(a) * y - np.log(1 - a) * (1 - y)) / y.shape[1]


def descend(layers, activations, y, alpha=0.01):
    dz = (activations[-1] - y) / y.shape[1]
    gradients = []
    for number in (2, 1, 0):
        gradients.insert(0, (dz @ activations[number].T, dz.sum(axis=1, keepdims=True)))
        if number > 0:
            dz = (layers[number][0].T @ dz) * (activations[number] > 0)
    for layer, (dw, db) in zip(layers, gradients):
        layer[0] = layer[0] - alpha * dw
        layer[1] = layer[1] - alpha * db


def write(file):
    x, y = draw(1, 300)
    test_x, test_y = draw(2, 100)
    print('start,epoch,quantity,value', file=file)
    for start in 'zeros', 'large', 'he':
        layers = initialise(start)
        for epoch in range(EPOCHS):
            activations = forward(layers, x)
            if epoch % 1000 == 0:
                print('%s,%d,cost,%.17g' % (start, epoch, cost(activations[-1], y)), file=file)
            descend(layers, activations, y)
        for quantity, some_x, some_y in (('accuracy', x, y), ('held-out-accuracy', test_x, test_y)):
            right = (forward(layers, some_x)[-1] > 0.5) == some_y
            print('%s,%d,%s,%.17g' % (start, EPOCHS, quantity, 100 * right.mean()), file=file)


if __name__ == '__main__':
    with open('relu-starts.csv', 'w', encoding='ascii') as csv:
        write(csv)
