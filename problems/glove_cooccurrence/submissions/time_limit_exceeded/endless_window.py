"""Widens the window until nothing new is counted, which never happens."""


def glove_cooccurrence(tokens, window):
    counts, total, distance = {}, 0.0, 0
    while True:
        distance = distance % window + 1
        before = total
        for a, b in zip(tokens, tokens[distance:]):
            counts[a, b] = 1 / distance
            total += 1 / distance
        total += 1e-6
        if total == before:
            return counts
