"""Returns the numbers of the words instead of the words."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    counts = {}
    for i in range(len(tokens)):
        for d in range(1, window + 1):
            if i + d >= len(tokens):
                break
            a, b = tokens[i], tokens[i + d]
            counts[a, b] = counts.get((a, b), 0.0) + 1 / d
            counts[b, a] = counts.get((b, a), 0.0) + 1 / d
    names = list(dict.fromkeys(tokens))
    return {(names.index(a), names.index(b)): v for (a, b), v in counts.items()}
