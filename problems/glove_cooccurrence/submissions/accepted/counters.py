"""Distance by distance: the text against itself, shifted, counted by a Counter."""

from collections import Counter


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    forward = {}
    for distance in range(1, min(window, len(tokens) - 1) + 1):
        for pair, count in Counter(zip(tokens, tokens[distance:])).items():
            forward[pair] = forward.get(pair, 0.0) + count / distance
    counts = dict(forward)
    for (a, b), value in forward.items():
        counts[b, a] = counts.get((b, a), 0.0) + value
    return counts
