"""Counts a position as near itself, at distance 0."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    counts = {}
    for i, a in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            key = (a, tokens[j])
            counts[key] = counts.get(key, 0.0) + 1 / abs(i - j)
    return counts
