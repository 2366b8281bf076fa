"""The network and its training once more, in NumPy and apart from the C: the course's equations
over whole matrices, examples as columns. The tests hold gradus-cli to it."""
import numpy as np

DEFAULTS = {
    'hidden': '4', 'activation': 'tanh', 'init': 'normal', 'init-scale': 0.01, 'bias-scale': 0.0,
    'seed': 2, 'alpha': 1.2, 'alpha-schedule': '', 'batch': 0, 'l2': 0.0, 'epochs': 100,
    'data-seed': 1, 'held-out': 0.0, 'standardise': 'false',
}

ACTIVATIONS = {
    'tanh': (np.tanh, lambda z, a: 1 - a * a),
    'sigmoid': (lambda z: 1 / (1 + np.exp(-z)), lambda z, a: a * (1 - a)),
    'relu': (lambda z: np.maximum(z, 0), lambda z, a: (z > 0).astype(float)),
    'leaky-relu': (lambda z: np.where(z > 0, z, 0.01 * z), lambda z, a: np.where(z > 0, 1, 0.01)),
    'identity': (lambda z: z, lambda z, a: np.ones_like(z)),
}


def layer_sizes(spec, n_x, n_classes):
    hidden = [int(units) for units in str(spec['hidden']).replace(',', ';').split(';')]
    return [n_x] + [units for units in hidden if units > 0] + [1 if n_classes == 2 else n_classes]


def initialise(spec, sizes, rng):
    """[(W[1], b[1]), …], drawn in that order."""
    layers = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        scale = {'normal': float(spec['init-scale']), 'constant': float(spec['init-scale']),
                 'zeros': 0.0, 'xavier': np.sqrt(1 / n_in), 'he': np.sqrt(2 / n_in)}[spec['init']]
        if spec['init'] == 'constant' or scale == 0:
            w = np.full((n_out, n_in), scale)
        else:
            w = rng.randn(n_out, n_in) * scale
        b = np.zeros((n_out, 1))
        if float(spec['bias-scale']) != 0:
            b = rng.randn(n_out, 1) * float(spec['bias-scale'])
        layers.append((w, b))
    return layers


def forward(layers, x, g):
    """All Z and A; the last A are probabilities, one row for two classes, else one per class."""
    zs, activations = [], [x]
    for number, (w, b) in enumerate(layers, 1):
        z = w @ activations[-1] + b
        if number < len(layers):
            a = g(z)
        elif len(z) == 1:
            a = np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))),
                         np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
        else:
            e = np.exp(z - z.max(axis=0))
            a = e / e.sum(axis=0)
        zs.append(z)
        activations.append(a)
    return zs, activations


def one_hot(labels, n_y):
    if n_y == 1:
        return labels[np.newaxis, :].astype(float)
    return (labels == np.arange(n_y)[:, np.newaxis]).astype(float)


def measure(layers, x, labels, g):
    """Mean loss and accuracy."""
    z = forward(layers, x, g)[0][-1]
    if len(z) == 1:
        loss = np.maximum(z, 0) - labels * z + np.log1p(np.exp(-np.abs(z)))
        right = (z[0] > 0) == (labels == 1)
    else:
        top = z.max(axis=0)
        loss = top + np.log(np.exp(z - top).sum(axis=0)) - z[labels, np.arange(len(labels))]
        right = z.argmax(axis=0) == labels
    return loss.mean(), right.mean()


def penalty(layers, l2, m):
    return l2 / (2 * m) * sum((w * w).sum() for w, b in layers)


def gradients(layers, x, labels, spec, m_all):
    """[(dW[1], db[1]), …] over these examples."""
    g, slope = ACTIVATIONS[spec['activation']]
    zs, activations = forward(layers, x, g)
    m = x.shape[1]
    dz = activations[-1] - one_hot(labels, len(zs[-1]))
    found = []
    for number in range(len(layers), 0, -1):
        w, b = layers[number - 1]
        dw = dz @ activations[number - 1].T / m + float(spec['l2']) / m_all * w
        found.insert(0, (dw, dz.mean(axis=1, keepdims=True)))
        if number > 1:
            dz = (w.T @ dz) * slope(zs[number - 2], activations[number - 1])
    return found


def step(layers, x, labels, spec, alpha, m_all):
    """The parameters after one update from these examples."""
    return [(w - alpha * dw, b - alpha * db) for (w, b), (dw, db)
            in zip(layers, gradients(layers, x, labels, spec, m_all))]


def diagnose(layers, x, labels, options):
    """What the later columns of a history say of these parameters, by their names."""
    spec = dict(DEFAULTS, **options)
    g, slope = ACTIVATIONS[spec['activation']]
    zs, activations = forward(layers, x, g)
    found = {'gradient_norm_%d' % l: np.sqrt((dw * dw).sum()) for l, (dw, db)
             in enumerate(gradients(layers, x, labels, spec, x.shape[1]), 1)}
    steepest = 0.25 if spec['activation'] == 'sigmoid' else 1
    dz = activations[-1] - one_hot(labels, len(zs[-1]))
    for number in range(len(layers) - 1, 0, -1):
        rows = np.hstack(layers[number - 1])
        gaps = np.abs(rows[:, np.newaxis] - rows).max(axis=2)
        alike = gaps <= 1e-9 * max(1, np.abs(rows).max())
        z, slopes = zs[number - 1], slope(zs[number - 1], activations[number])
        e = layers[number][0].T @ dz
        dz = e * slopes
        flat = slopes < 0.05 * steepest
        found.update({
            'spread_%d' % number: gaps.max() if len(rows) > 1 else np.nan,
            'saturated_%d' % number:
                flat.mean() if spec['activation'] in ('tanh', 'sigmoid') else 0,
            'blocked_%d' % number:
                1 - np.abs(dz).sum() / (steepest * np.abs(e).sum()) if e.any() else np.nan,
            # a unit is new unless it is like one before it
            'distinct_%d' % number: sum(not alike[i, :i].any() for i in range(len(rows))),
            'dead_%d' % number:
                (z <= 0).all(axis=1).sum() if spec['activation'] == 'relu' else 0})
    return found


class Landmarks:
    """The first epochs at which a run passes what the program marks, by its names; for train's see.
    """
    def __init__(self, options):
        self.activation = dict(DEFAULTS, **options)['activation']
        self.found, self.before = {}, np.inf

    def pass_if(self, name, epoch, is_so):
        if is_so:
            self.found.setdefault(name, epoch)

    def see(self, epoch, layers, row, x, labels):
        shares = np.bincount(labels) / len(labels)
        entropy = -(shares[shares > 0] * np.log(shares[shares > 0])).sum()
        self.pass_if('plateau', epoch, row[0] < 0.99 * entropy)
        self.pass_if('accurate', epoch, row[1] > 0.9)
        self.pass_if('rise', epoch, row[0] - self.before > 1e-12 * row[0])
        self.before = row[0]
        if self.activation in ('tanh', 'sigmoid') and 'saturated' not in self.found:
            g, slope = ACTIVATIONS[self.activation]
            zs, activations = forward(layers, x, g)
            steepest = 0.25 if self.activation == 'sigmoid' else 1
            for z, a in zip(zs[:-1], activations[1:-1]):
                flat = (slope(z, a) < 0.05 * steepest).mean(axis=1)
                self.pass_if('saturated', epoch, (flat > 0.5).any())


def alpha_at(spec, epoch):
    alpha = float(spec['alpha'])
    for change in filter(None, str(spec['alpha-schedule']).split(';')):
        first, value = change.split(':')
        if epoch >= int(first):
            alpha = float(value)
    return alpha


def draw_held_out(m, fraction, data_seed):
    """True for the examples that are held out."""
    order = np.arange(m)
    np.random.RandomState(data_seed).shuffle(order)
    flags = np.zeros(m, bool)
    flags[order[m - int(np.floor(fraction * m + 0.5)):]] = True
    return flags


def train(x, labels, options, see=None):
    """x: (n_x, m), labels: 0 … K - 1, options: what differs from DEFAULTS, by the names of the
    experiment file. Returns the layers at the start and at the end, and the history: one row
    (cost, accuracy, held-out cost, held-out accuracy) per epoch, the last two NaN without such.
    see, where given, is called with (epoch, layers, row, training x, training labels) of each."""
    spec = dict(DEFAULTS, **options)
    n_classes = labels.max() + 1
    held_out = draw_held_out(x.shape[1], float(spec['held-out']), int(spec['data-seed']))
    inside, inside_labels = x[:, ~held_out], labels[~held_out]
    outside, outside_labels = x[:, held_out], labels[held_out]
    if spec['standardise'] == 'true':
        mean, deviation = inside.mean(axis=1, keepdims=True), inside.std(axis=1, keepdims=True)
        deviation[deviation == 0] = 1
        inside, outside = (inside - mean) / deviation, (outside - mean) / deviation

    rng = np.random.RandomState(int(spec['seed']))
    layers = first = initialise(spec, layer_sizes(spec, len(x), n_classes), rng)
    m = inside.shape[1]
    batch = int(spec['batch']) or m
    g = ACTIVATIONS[spec['activation']][0]
    history = []
    for epoch in range(int(spec['epochs']) + 1):
        loss, accuracy = measure(layers, inside, inside_labels, g)
        row = [loss + penalty(layers, float(spec['l2']), m), accuracy, np.nan, np.nan]
        if held_out.any():
            row[2:] = measure(layers, outside, outside_labels, g)
        history.append(row)
        if see is not None:
            see(epoch, layers, row, inside, inside_labels)
        if epoch == int(spec['epochs']):
            break
        order = np.arange(m)
        if int(spec['batch']) > 0:
            rng.shuffle(order)
        for begin in range(0, m, batch):
            some = order[begin:begin + batch]
            layers = step(layers, inside[:, some], inside_labels[some], spec,
                          alpha_at(spec, epoch), m)
    return first, layers, np.array(history)
