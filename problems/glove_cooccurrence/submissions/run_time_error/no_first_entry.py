"""Adds to entries that are not there yet."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    counts = {}
    for i in range(len(tokens)):
        for j in range(i + 1, min(len(tokens), i + window + 1)):
            counts[tokens[i], tokens[j]] += 1 / (j - i)
            counts[tokens[j], tokens[i]] += 1 / (j - i)
    return counts
