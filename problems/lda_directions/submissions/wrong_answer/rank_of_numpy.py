"""S_w is singular if numpy says that its rank is not full: to 1e-16, not to 1e-10."""

import numpy as np


def lda_directions(X, y, k):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    n, p = X.shape
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    classes = np.unique(y)
    if k < 1 or k > len(classes) - 1 or k > p:
        raise ValueError("k out of range")
    mean = X.mean(axis=0)
    within, between = np.zeros((p, p)), np.zeros((p, p))
    for c in classes:
        own = X[y == c]
        m = own.mean(axis=0)
        within += (own - m).T @ (own - m)
        between += len(own) * np.outer(m - mean, m - mean)
    if np.linalg.matrix_rank(within) < p:
        raise ValueError("the spread within the classes is singular")
    root = np.linalg.inv(np.linalg.cholesky(within))
    values, vectors = np.linalg.eigh(root @ between @ root.T)
    W = root.T @ vectors[:, ::-1][:, :k]
    W = W / np.linalg.norm(W, axis=0)
    for j in range(k):
        if W[np.argmax(np.abs(W[:, j])), j] < 0:
            W[:, j] = -W[:, j]
    return W
