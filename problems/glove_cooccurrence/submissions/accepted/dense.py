"""numpy: a matrix of all words with all words, most of it zeros."""

import numpy as np


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    words = list(dict.fromkeys(tokens))
    number = {word: index for index, word in enumerate(words)}
    codes = np.array([number[token] for token in tokens], dtype=int)
    X = np.zeros((len(words), len(words)))
    for distance in range(1, min(window, len(tokens) - 1) + 1):
        np.add.at(X, (codes[:-distance], codes[distance:]), 1 / distance)
    X = X + X.T
    rows, columns = np.nonzero(X)
    return {
        (words[i], words[j]): value
        for i, j, value in zip(rows.tolist(), columns.tolist(), X[rows, columns].tolist())
    }
