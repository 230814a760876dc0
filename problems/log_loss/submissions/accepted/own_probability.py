"""The probability of what happened, of both labels alike; summed exactly."""

import math


def log_loss(y, p, eps=1e-15):
    if not len(y) == len(p) > 0:
        raise ValueError("no rows, or lists of different lengths")
    losses = []
    for label, value in zip(y, p):
        if label not in (0, 1) or not 0 <= value <= 1:
            raise ValueError("a label or a probability that is none")
        happened = value if label == 1 else 1 - value
        if happened < eps:
            losses.append(-math.log(eps))
        elif happened > 1 - eps:
            losses.append(-math.log1p(-eps))
        else:
            losses.append(-math.log(happened))
    return math.fsum(losses) / len(losses)
