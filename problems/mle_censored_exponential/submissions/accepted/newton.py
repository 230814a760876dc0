"""Newton's method for the zero of the derivative, in the logarithm of the rate: any unit will do."""

import numpy as np


def mle_censored_exponential(t, event):
    t, event = np.array(t, dtype=float), np.array(event, dtype=float)
    if t.size == 0 or t.shape != event.shape or not (t > 0).all():
        raise ValueError("bad times")
    if ((event != 0) & (event != 1)).any():
        raise ValueError("bad marks")
    if not event.any():
        return 0.0, 0.0
    # d/du of Σ event·u - e^u·Σ t, with u = ln λ; the start has all times as events.
    u = np.log(t.size) - np.log(t.sum())
    for _ in range(200):
        slope = event.sum() - np.exp(u) * t.sum()
        step = slope / (np.exp(u) * t.sum())
        u += np.clip(step, -1.0, 1.0)
        if abs(step) < 1e-15:
            break
    return float(np.exp(u)), float((event * u - np.exp(u) * t).sum())
