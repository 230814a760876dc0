"""The library's mean and the norm; late and early rides apart."""

import math
from statistics import fmean


def eta_metrics(y, pred, q=0.9):
    if len(y) != len(pred) or not len(y):
        raise ValueError("no rows, or lists of different lengths")
    errors = [float(a) - float(b) for a, b in zip(y, pred)]
    shares = [abs(e / a) for e, a in zip(errors, y) if a]
    if not shares:
        raise ValueError("every true value is 0")
    late = math.fsum(e for e in errors if e > 0)
    early = -math.fsum(e for e in errors if e < 0)
    return {
        "mae": (late + early) / len(errors),
        "rmse": math.hypot(*errors) / math.sqrt(len(errors)),
        "mape": fmean(shares),
        "pinball": (q * late + (1 - q) * early) / len(errors),
    }
