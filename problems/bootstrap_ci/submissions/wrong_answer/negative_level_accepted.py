"""A level below 0 is taken for its size: only 0, and 1 and more, are refused."""

import numpy as np


def bootstrap_ci(x, n_boot, level, seed):
    if len(x) == 0 or n_boot < 1 or level == 0 or level >= 1:
        raise ValueError("no numbers, no resamples, or a level that is not between 0 and 1")
    level = abs(level)
    rng = np.random.default_rng(seed)
    x = np.asarray(x, dtype=float)
    means = x[rng.integers(0, len(x), size=(n_boot, len(x)))].mean(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
