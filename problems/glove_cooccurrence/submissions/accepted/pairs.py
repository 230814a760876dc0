"""Plain Python: each position with those before it in the window."""

from collections import defaultdict


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    counts = defaultdict(float)
    for j, b in enumerate(tokens):
        for i in range(max(0, j - window), j):
            a = tokens[i]
            weight = 1 / (j - i)
            counts[a, b] += weight
            counts[b, a] += weight
    return dict(counts)
