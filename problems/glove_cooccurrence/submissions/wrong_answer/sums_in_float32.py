"""Adds in single precision."""

import numpy as np


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    n = len(tokens)
    if n < 2:
        return {}
    number = {}
    ids = np.array([number.setdefault(t, len(number)) for t in tokens], dtype=np.int64)
    words = list(number)
    size = len(words)
    keys, weights = [], []
    for d in range(1, min(window, n - 1) + 1):
        left, right = ids[:-d], ids[d:]
        keys += [left * size + right, right * size + left]
        weights += [np.full(2 * (n - d), 1.0 / d, dtype=np.float32)]
    unique, inverse = np.unique(np.concatenate(keys), return_inverse=True)
    sums = np.zeros(len(unique), dtype=np.float32)
    np.add.at(sums, inverse.ravel(), np.concatenate(weights))
    return {
        (words[key // size], words[key % size]): total
        for key, total in zip(unique.tolist(), sums.tolist())
    }
