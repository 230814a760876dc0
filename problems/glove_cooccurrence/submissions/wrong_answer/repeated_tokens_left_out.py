"""Joins neighbours that are equal."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    counts = {}
    tokens = [t for k, t in enumerate(tokens) if k == 0 or t != tokens[k - 1]]
    for i in range(len(tokens)):
        for d in range(1, window + 1):
            if i + d >= len(tokens):
                break
            a, b = tokens[i], tokens[i + d]
            counts[a, b] = counts.get((a, b), 0.0) + 1 / d
            counts[b, a] = counts.get((b, a), 0.0) + 1 / d
    return counts
