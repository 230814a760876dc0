"""Makes room for all pairs of twenty thousand words."""

import numpy as np


def glove_cooccurrence(tokens, window):
    X = np.full((20_000, 20_000), 0.0)
    words = sorted(set(tokens))
    number = {word: index for index, word in enumerate(words)}
    for i, a in enumerate(tokens):
        for j in range(max(0, i - window), i):
            X[number[a], number[tokens[j]]] += 1 / (i - j)
            X[number[tokens[j]], number[a]] += 1 / (i - j)
    return {(a, b): X[number[a], number[b]] for a in words for b in words if X[number[a], number[b]]}
