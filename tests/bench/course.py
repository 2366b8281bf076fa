#!/usr/bin/python3
"""The course's program in NumPy, as students write it, on the flower.

course.py EXAMPLES HIDDEN_UNITS THREADS EPOCHS prints the seconds that so many epochs took and the
cost of the last of them. How many threads NumPy may use, the environment has to say.
"""
import sys
import time

import numpy as np


def load_planar_dataset(m):
    np.random.seed(1)
    n = m // 2
    X = np.zeros((m, 2))
    Y = np.zeros((m, 1), dtype='uint8')
    for j in range(2):
        ix = range(n * j, n * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, n) + np.random.randn(n) * 0.2
        r = 4 * np.sin(4 * t) + np.random.randn(n) * 0.2
        X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
        Y[ix] = j
    return X.T, Y.T


def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    return {'W1': np.random.randn(n_h, n_x) * 0.01, 'b1': np.zeros((n_h, 1)),
            'W2': np.random.randn(n_y, n_h) * 0.01, 'b2': np.zeros((n_y, 1))}


def forward_propagation(X, parameters):
    Z1 = np.dot(parameters['W1'], X) + parameters['b1']
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters['W2'], A1) + parameters['b2']
    A2 = 1 / (1 + np.exp(-Z2))
    return A2, {'A1': A1, 'A2': A2}


def compute_cost(A2, Y):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    return float(-np.sum(logprobs) / m)


def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache['A1'], cache['A2']
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.multiply(np.dot(parameters['W2'].T, dZ2), 1 - np.power(A1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {'W1': dW1, 'b1': db1, 'W2': dW2, 'b2': db2}


def update_parameters(parameters, grads, learning_rate=1.2):
    return {name: parameters[name] - learning_rate * grads[name] for name in parameters}


def main():
    m, n_h, _, n_epochs = (int(a) for a in sys.argv[1:5])
    X, Y = load_planar_dataset(m)
    parameters = initialize_parameters(X.shape[0], n_h, 1)
    start = time.perf_counter()
    for _ in range(n_epochs):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
    print('%.6f %.17g' % (time.perf_counter() - start, cost))


if __name__ == '__main__':
    main()
