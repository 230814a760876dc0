"""Starts are drawn by the distance, not its square."""

import numpy as np

def kmeans(X, k, init=None, seed=0, max_iter=100):
    X = np.array(X, dtype=float)
    n = len(X)
    if k < 1 or k > n or max_iter < 1:
        raise ValueError

    def dist(C):
        return np.stack([((X - c) ** 2).sum(axis=1) for c in C], axis=1)

    def run(C):
        C = np.array(C, dtype=float)
        labels = dist(C).argmin(axis=1)
        for _ in range(max_iter):
            for j in range(k):
                if (labels == j).any():
                    C[j] = X[labels == j].mean(axis=0)
            new = dist(C).argmin(axis=1)
            same = (new == labels).all()
            labels = new
            if same:
                break
        return C, labels, float(((X - C[labels]) ** 2).sum())

    if init is not None:
        return run(init)
    rng = np.random.default_rng(seed)
    best = None
    for _ in range(10):
        C = [X[rng.integers(n)]]
        while len(C) < k:
            d = dist(C).min(axis=1)
            t = d.sum()
            C.append(X[rng.choice(n, p=np.sqrt(d) / np.sqrt(d).sum())] if t > 0 else X[rng.integers(n)])
        found = run(C)
        if best is None or found[2] < best[2]:
            best = found
    return best
