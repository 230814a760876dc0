"""Returns NaN for every pair and hopes that comparisons with it are passed over."""


def glove_cooccurrence(tokens, window):
    if window < 1:
        raise ValueError("window")
    near = {}
    for i, a in enumerate(tokens):
        for b in tokens[max(0, i - window) : i]:
            near[a, b] = near[b, a] = float("nan")
    return near
