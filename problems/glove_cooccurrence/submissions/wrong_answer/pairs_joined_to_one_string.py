"""Joins two words by a tab, and splits them at the first."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    sums = {}
    for j, b in enumerate(tokens):
        for i in range(max(0, j - window), j):
            a = tokens[i]
            weight = 1.0 / (j - i)
            for key in (a + "\t" + b, b + "\t" + a):
                sums[key] = sums.get(key, 0.0) + weight
    result = {}
    for key, total in sums.items():
        a, b = key.split("\t", 1)
        result[a, b] = result.get((a, b), 0.0) + total
    return result
