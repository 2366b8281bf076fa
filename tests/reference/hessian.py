"""The Hessian of the cost once more, in NumPy and apart from the C: whole, column by column, each
the derivative of the gradient by a complex step, which is exact to the last digits. Run as a
program it prints tests/reference/hessian.csv: largest and least eigenvalue of small networks."""
import numpy as np

try:
    from reference import network
except ImportError:
    import network

STEP = 1e-100


def g(name, z):
    if name == 'tanh':
        return np.tanh(z)
    if name == 'sigmoid':
        return 1 / (1 + np.exp(-z))
    return z * np.where(z.real > 0, 1, {'relu': 0, 'leaky-relu': 0.01, 'identity': 1}[name])


def slope(name, a):
    if name == 'tanh':
        return 1 - a * a
    if name == 'sigmoid':
        return a * (1 - a)
    return np.where(a.real > 0, 1, {'relu': 0, 'leaky-relu': 0.01, 'identity': 1}[name])


def pack(layers):
    return np.concatenate([part.ravel() for layer in layers for part in layer])


def unpack(parameters, sizes):
    layers, at = [], 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        w = parameters[at:at + n_out * n_in].reshape(n_out, n_in)
        at += n_out * n_in
        layers.append((w, parameters[at:at + n_out].reshape(n_out, 1)))
        at += n_out
    return layers


def gradient(parameters, sizes, x, labels, name, l2):
    layers, m = unpack(parameters, sizes), x.shape[1]
    activations = [x]
    for number, (w, b) in enumerate(layers, 1):
        z = w @ activations[-1] + b
        if number < len(layers):
            activations.append(g(name, z))
        elif len(z) == 1:
            activations.append(1 / (1 + np.exp(-z)))
        else:
            e = np.exp(z - z.real.max(axis=0))
            activations.append(e / e.sum(axis=0))
    dz = activations[-1] - network.one_hot(labels, sizes[-1])
    parts = []
    for number in range(len(layers), 0, -1):
        w = layers[number - 1][0]
        parts.insert(0, (dz @ activations[number - 1].T / m + l2 / m * w,
                         dz.sum(axis=1, keepdims=True) / m))
        dz = (w.T @ dz) * slope(name, activations[number - 1])
    return pack(parts)


def hessian(layers, x, labels, name, l2):
    sizes = [x.shape[0]] + [len(w) for w, b in layers]
    parameters = pack(layers).astype(complex)
    columns = []
    for i in range(len(parameters)):
        moved = parameters.copy()
        moved[i] += 1j * STEP
        columns.append(gradient(moved, sizes, x, labels, name, l2).imag / STEP)
    h = np.array(columns)
    return (h + h.T) / 2


def eigenvalues(layers, x, labels, name, l2):
    return np.linalg.eigvalsh(hessian(layers, x, labels, name, l2))


CASES = [
    ({'hidden': '4', 'init-scale': 0.01}, 2),
    ({'hidden': '4', 'init-scale': 1}, 2),
    ({'hidden': '4', 'init-scale': 1, 'l2': 5}, 2),
    ({'hidden': '0', 'init-scale': 1}, 2),
    ({'hidden': '3', 'init-scale': 1, 'bias-scale': 0.3, 'activation': 'sigmoid'}, 2),
    ({'hidden': '5;3', 'init-scale': 0.7, 'bias-scale': 0.2}, 2),
    ({'hidden': '5;4;3', 'init': 'xavier', 'activation': 'sigmoid', 'l2': 1}, 2),
    ({'hidden': '6', 'init': 'he', 'bias-scale': 0.1, 'activation': 'relu'}, 2),
    ({'hidden': '5;5', 'init': 'he', 'bias-scale': 0.1, 'activation': 'leaky-relu'}, 2),
    ({'hidden': '4;2', 'init-scale': 0.5, 'activation': 'identity'}, 2),
    ({'hidden': '0', 'init-scale': 1}, 3),
    ({'hidden': '4', 'init-scale': 1, 'bias-scale': 0.1}, 3),
    ({'hidden': '4;3', 'init': 'xavier', 'l2': 2}, 5),
    ({'hidden': '6;4', 'init': 'he', 'activation': 'relu', 'bias-scale': 0.1}, 10),
]


def main():
    """The examples: a grid of 11 by 9 points, labelled by rings, so that no recipe is needed."""
    i, j = np.meshgrid(np.arange(11), np.arange(9), indexing='ij')
    x = np.array([(i.ravel() - 5) / 2, (j.ravel() - 4) / 2])
    print('classes,options,largest,least')
    for options, n_classes in CASES:
        spec = dict(network.DEFAULTS, **options)
        labels = (i.ravel() * i.ravel() + 3 * j.ravel()) % n_classes
        layers = network.initialise(spec, network.layer_sizes(spec, 2, n_classes),
                                    np.random.RandomState(int(spec['seed'])))
        values = eigenvalues(layers, x, labels, spec['activation'], float(spec['l2']))
        print('%d,%s,%.17g,%.17g' % (n_classes, ' '.join('%s=%s' % o for o in options.items()),
                                     values[-1], values[0]))


if __name__ == '__main__':
    main()
