"""Plain Python: all pairs of positions, those outside the window too."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    counts = {}
    for i, a in enumerate(tokens):
        for j, b in enumerate(tokens):
            distance = abs(i - j)
            if 0 < distance <= window:
                counts[a, b] = counts.get((a, b), 0.0) + 1 / distance
    return counts
