"""Marks are not checked."""

import math


def mle_censored_exponential(t, event):
    if len(t) == 0 or len(t) != len(event):
        raise ValueError("no times, or t and event differ in length")
    if any(not v > 0 for v in t):
        raise ValueError("a time is not above 0")
    total = math.fsum(t)
    events = sum(event)
    if events == 0:
        return 0.0, 0.0
    rate = events / total
    return rate, events * math.log(rate) - rate * total
