"""Goes on until no row changes and the centroids equal their rows: never, mostly."""

import numpy as np


def kmeans(X, k, init=None, seed=0, max_iter=100):
    X = np.asarray(X, dtype=float)
    rng = np.random.default_rng(seed)
    centroids = np.array(X[rng.choice(len(X), k, replace=False)] if init is None else init, dtype=float)
    while True:
        labels = ((X[:, None] - centroids) ** 2).sum(axis=2).argmin(axis=1)
        for j in range(k):
            if (labels == j).any():
                centroids[j] = X[labels == j].mean(axis=0)
        inertia = ((X - centroids[labels]) ** 2).sum()
        if inertia == 0:
            return centroids, labels, inertia
