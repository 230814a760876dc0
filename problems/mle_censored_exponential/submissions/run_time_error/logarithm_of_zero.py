"""math.log(0) where there is no event raises ValueError."""

import math


def mle_censored_exponential(t, event):
    if not t or len(t) != len(event) or min(t) <= 0 or set(event) - {0, 1}:
        raise ValueError("bad input")
    rate = sum(event) / sum(t)
    return rate, sum(e * math.log(rate) - rate * v for v, e in zip(t, event))
