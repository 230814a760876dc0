"""Lists of different lengths are cut to the shorter."""

from math import log


def log_loss(y, p, eps=1e-15):
    if len(y) == 0 or len(p) == 0:
        raise ValueError("no rows, or lists of different lengths")
    if any(label not in (0, 1) for label in y):
        raise ValueError("a label other than 0 and 1")
    if not all(0 <= value <= 1 for value in p):
        raise ValueError("a probability outside of 0 to 1")
    total = 0.0
    for label, value in zip(y, p):
        q = min(max(value, eps), 1 - eps)
        total -= log(q) if label == 1 else log(1 - q)
    return total / len(y)
