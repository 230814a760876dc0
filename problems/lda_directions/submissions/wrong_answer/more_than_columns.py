"""Only the number of classes bounds k, so there may be fewer columns than asked for."""

import numpy as np


def lda_directions(X, y, k):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("bad input")
    labels = sorted(set(y.tolist()))
    if not 1 <= k <= len(labels) - 1:
        raise ValueError("k out of range")
    total = (X - X.mean(axis=0)).T @ (X - X.mean(axis=0))
    within = sum(np.cov(X[y == c].T, bias=True).reshape(total.shape) * np.sum(y == c) for c in labels)
    sizes = np.linalg.svd(within, compute_uv=False)
    if sizes[-1] <= 1e-10 * sizes[0]:
        raise ValueError("singular")
    values, vectors = np.linalg.eig(np.linalg.solve(within, total - within))
    order = np.argsort(-values.real)[:k]
    columns = []
    for j in order:
        w = vectors[:, j].real
        w = w / np.sqrt((w**2).sum())
        columns.append(w * np.sign(w[np.abs(w).argmax()]))
    return np.column_stack(columns)
