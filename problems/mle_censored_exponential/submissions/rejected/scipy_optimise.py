"""Lets a library find the maximum."""

import math

from scipy.optimize import minimize_scalar


def mle_censored_exponential(t, event):
    found = minimize_scalar(lambda r: r * sum(t) - sum(event) * math.log(r), bounds=(1e-9, 1e9))
    return found.x, -found.fun
