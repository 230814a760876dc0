"""Times of 0 and below are refused, and NaN is none of them."""

import math

import numpy as np


def mle_censored_exponential(t, event):
    if len(t) != len(event):
        raise ValueError("different lengths")
    if len(t) == 0:
        raise ValueError("no times")
    if any(x <= 0 for x in t):
        raise ValueError("times must be positive")
    if any(e != 0 and e != 1 for e in event):
        raise ValueError("marks must be 0 or 1")
    d = int(sum(event))
    total = float(sum(t))
    if d == 0:
        return 0.0, 0.0
    rate = d / total
    loglik = d * math.log(rate) - rate * total
    return rate, loglik
