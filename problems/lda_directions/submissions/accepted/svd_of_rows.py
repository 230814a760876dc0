"""No scatter matrices: singular values of the centred rows, then of the whitened class means."""

import numpy as np


def lda_directions(X, y, k):
    X, y = np.array(X, dtype=float), np.array(y)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or other lengths")
    labels, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    if k < 1 or k >= len(labels) or k > X.shape[1]:
        raise ValueError("k out of range")
    means = np.array([X[codes == c].mean(axis=0) for c in range(len(labels))])
    _, s, Vt = np.linalg.svd(X - means[codes], full_matrices=False)
    if len(s) < X.shape[1] or s[-1] ** 2 < 1e-10 * s[0] ** 2 or s[0] == 0:
        raise ValueError("singular")
    to_white = Vt.T / s
    apart = np.sqrt(counts)[:, None] * (means - X.mean(axis=0)) @ to_white
    W = to_white @ np.linalg.svd(apart, full_matrices=False)[2][:k].T
    W /= np.sqrt((W**2).sum(axis=0))
    top = np.abs(W).argmax(axis=0)
    return W * np.sign(W[top, np.arange(k)])
