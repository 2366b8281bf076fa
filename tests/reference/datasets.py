#!/usr/bin/python3
"""Makes datasets.csv, test-blobs.csv and split.csv: what NumPy and scikit-learn say that Gradus's
recipes, its test examples and its held-out draw must give. Run it in this folder; it needs nothing of Gradus.

circles, moons and blobs come from scikit-learn itself; the others follow numerics.md (flower) and
the words in src/core/recipes.h."""

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons


def flower(rng, m, noise):
    parts, labels = [], []
    for j, n in enumerate([m // 2, m - m // 2]):
        t = np.linspace(3.12 * j, 3.12 * (j + 1), n) + noise * rng.randn(n)
        r = 4 * np.sin(4 * t) + noise * rng.randn(n)
        parts.append(np.c_[r * np.sin(t), r * np.cos(t)])
        labels.append(np.full(n, j))
    return np.concatenate(parts), np.concatenate(labels)


def gaussians(rng, m, noise):
    y = np.arange(m) % 2
    centres = np.array([[-1.5, -1.0], [1.5, 1.0]])
    return centres[y] + noise * rng.randn(m, 2), y


def xor(rng, m, noise):
    i = np.arange(m)
    y = i % 2
    right = np.where(i // 2 % 2 == 1, 1.0, -1.0)
    above = np.where(y == 1, -right, right)
    x = np.c_[right, above] * (0.25 + 3.75 * rng.random_sample((m, 2)))
    return x + noise * rng.randn(m, 2), y


def spiral(rng, m, noise):
    i = np.arange(m)
    y = i % 2
    n = (m + 1 - y) // 2
    s = np.sqrt((i // 2 + 0.5) / n)
    theta = 2.5 * np.pi * s + np.pi * y
    x = np.c_[4 * s * np.sin(theta), 4 * s * np.cos(theta)]
    return x + noise * rng.randn(m, 2), y


def quantiles(rng, m, noise):
    x = 1.5 * rng.randn(m, 2)
    nearest_first = np.argsort(x[:, 0] ** 2 + x[:, 1] ** 2, kind="stable")
    y = np.ones(m, dtype=int)
    y[nearest_first[: m // 2]] = 0
    return x + noise * rng.randn(m, 2), y


def unstructured(rng, m, noise):
    x = 4 * (2 * rng.random_sample((m, 2)) - 1)
    return x + noise * rng.randn(m, 2), np.arange(m) % 2


RECIPES = {
    "flower": (flower, 0.2),
    "circles": (lambda s, m, e: make_circles(m, noise=e, random_state=s, factor=0.8), 0.05),
    "moons": (lambda s, m, e: make_moons(m, noise=e, random_state=s), 0.2),
    "blobs": (lambda s, m, e: make_blobs(m, centers=2, cluster_std=e, random_state=s), 1.0),
    "gaussians": (gaussians, 1.0),
    "xor": (xor, 0.2),
    "spiral": (spiral, 0.15),
    "quantiles": (quantiles, 0.15),
    "unstructured": (unstructured, 0.0),
}


def write_datasets(file):
    print("source,default_noise,examples,noise,data_seed,index,x1,x2,label", file=file)
    for name, (make, default) in RECIPES.items():
        for m, seed, noise in [(4, 0, default), (5, 7, 0.0), (400, 1, default),
                               (401, 2, 0.5), (1000, 4294967295, 0.1)]:
            x, y = make(np.random.RandomState(seed), m, noise)
            for i in sorted({0, 1, 2, m // 2 - 1, m // 2, m - 2, m - 1} | set(range(0, m, 101))):
                print(f"{name},{default!r},{m},{noise!r},{seed},{i},"
                      f"{x[i, 0]:.17g},{x[i, 1]:.17g},{y[i]}", file=file)


def write_test_blobs(file):
    """Test examples of seed 2 around the centers of data-seed 1."""
    centers = make_blobs(10, random_state=1, centers=2, return_centers=True)[2]
    x, y = make_blobs(31, centers=centers, cluster_std=1.0, random_state=2)
    print("x1,x2,label", file=file)
    for row, label in zip(x, y):
        print(f"{row[0]:.17g},{row[1]:.17g},{label}", file=file)


def write_split(file):
    print("m,fraction,data_seed,held_out", file=file)
    for m, fraction, seed in [(4, 0.5, 0), (10, 0.25, 1), (11, 0.5, 2), (7, 0.9, 3),
                              (40, 0.3, 4294967295), (64, 0.01, 5), (14, 0.25, 8), (50, 0.2, 6)]:
        indices = np.arange(m)
        np.random.RandomState(seed).shuffle(indices)
        n = round(fraction * m)
        flags = np.zeros(m, dtype=int)
        flags[indices[m - n:]] = 1
        print(f"{m},{fraction!r},{seed},{''.join(map(str, flags))}", file=file)


if __name__ == "__main__":
    with open("datasets.csv", "w") as file:
        write_datasets(file)
    with open("test-blobs.csv", "w") as file:
        write_test_blobs(file)
    with open("split.csv", "w") as file:
        write_split(file)
