"""Labels are taken for positions of an array of means."""

import numpy as np


def lda_directions(X, y, k):
    C, p = len(set(y.tolist())), X.shape[1]
    if k < 1 or k > C - 1 or k > p or len(X) == 0 or len(X) != len(y):
        raise ValueError("bad input")
    means = np.zeros((C, p))
    for c in range(C):
        means[c] = X[y == c].sum(axis=0) / max((y == c).sum(), 1)
    Z = X - means[y]
    values, vectors = np.linalg.eig(np.linalg.inv(Z.T @ Z) @ np.cov(X.T))
    W = vectors.real[:, np.argsort(-values.real)[:k]]
    return W * np.sign(W[np.abs(W).argmax(axis=0), np.arange(k)])
