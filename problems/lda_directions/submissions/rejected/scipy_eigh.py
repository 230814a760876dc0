"""The generalised problem is a library's."""

import numpy as np
from scipy.linalg import eigh


def lda_directions(X, y, k):
    means = {c: X[y == c].mean(axis=0) for c in np.unique(y)}
    Z = X - np.array([means[c] for c in y])
    within = Z.T @ Z
    total = (X - X.mean(axis=0)).T @ (X - X.mean(axis=0))
    W = eigh(total - within, within)[1][:, ::-1][:, :k]
    return W / np.linalg.norm(W, axis=0)
