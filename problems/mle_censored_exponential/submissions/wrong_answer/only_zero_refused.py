"""Refuses a time of 0, and none below it."""

import math


def mle_censored_exponential(t, event):
    if len(t) == 0 or len(t) != len(event):
        raise ValueError("no times, or t and event differ in length")
    if any(v == 0 or v != v for v in t):
        raise ValueError("a time is not above 0")
    if any(e not in (0, 1) for e in event):
        raise ValueError("a mark is neither 0 nor 1")
    total = math.fsum(t)
    events = sum(event)
    if events == 0:
        return 0.0, 0.0
    rate = events / total
    return rate, events * math.log(rate) - rate * total
