"""Climbs in small steps until the derivative is exactly 0."""


def mle_censored_exponential(t, event):
    rate, total, events = 1.0, sum(t), sum(event)
    while events / rate != total:
        rate = max(rate + 1e-9 * (events / rate - total), 1e-12)
    return rate, 0.0
