"""Lets a library compute the densities."""

import numpy as np
from scipy.stats import norm


def gaussian_nb(X, y, Q):
    labels = np.unique(y)
    table = np.stack([
        np.log((y == c).mean()) + norm.logpdf(Q, X[y == c].mean(0), X[y == c].std(0)).sum(1) for c in labels
    ], axis=1)
    return labels[table.argmax(1)], table
