"""Lets a library do it."""

import numpy as np
from scipy.stats import bootstrap


def bootstrap_ci(x, n_boot, level, seed):
    found = bootstrap((x,), np.mean, n_resamples=n_boot, confidence_level=level, rng=seed, method="percentile")
    return found.confidence_interval.low, found.confidence_interval.high
