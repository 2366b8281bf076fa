#!/usr/bin/python3
"""The course's program in NumPy, as students write it, on the flower.

course.py EXAMPLES HIDDEN [N...] answers each N as peer.serve says; HIDDEN is one number, or several
with semicolons: then it is the course's second program, for any number of layers. How many threads
NumPy may use, the environment has to say.
"""
import sys

import numpy as np

import peer


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


def initialize_parameters_deep(layer_dims):
    np.random.seed(2)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters['W%d' % l] = (np.random.randn(layer_dims[l], layer_dims[l - 1])
                                 / np.sqrt(layer_dims[l - 1]))
        parameters['b%d' % l] = np.zeros((layer_dims[l], 1))
    return parameters


def L_model_forward(X, parameters):
    cache, A, L = {'A0': X}, X, len(parameters) // 2
    for l in range(1, L + 1):
        Z = np.dot(parameters['W%d' % l], A) + parameters['b%d' % l]
        A = np.tanh(Z) if l < L else 1 / (1 + np.exp(-Z))
        cache['A%d' % l] = A
    return A, cache


def L_model_backward(parameters, cache, X, Y):
    m, L, grads = X.shape[1], len(parameters) // 2, {}
    dZ = cache['A%d' % L] - Y
    for l in range(L, 0, -1):
        A = cache['A%d' % (l - 1)]
        grads['W%d' % l] = np.dot(dZ, A.T) / m
        grads['b%d' % l] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = np.multiply(np.dot(parameters['W%d' % l].T, dZ), 1 - np.power(A, 2))
    return grads


def start(X, hidden):
    """The initial parameters for the hidden layers' units."""
    if len(hidden) == 1:
        return initialize_parameters(X.shape[0], hidden[0], 1)
    return initialize_parameters_deep([X.shape[0], *hidden, 1])


def main():
    m, hidden = int(sys.argv[1]), [int(n) for n in sys.argv[2].split(';')]
    X, Y = load_planar_dataset(m)
    parameters = start(X, hidden)
    forward = forward_propagation if len(hidden) == 1 else L_model_forward
    backward = backward_propagation if len(hidden) == 1 else L_model_backward

    def epoch():
        nonlocal parameters
        A2, cache = forward(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        return cost

    peer.serve(sys.argv[3:], lambda n: peer.timed(n, epoch))


if __name__ == '__main__':
    main()
