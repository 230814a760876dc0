"""Keeps the places that are drawn in 16 bits, which wrap around."""

import numpy as np


def bootstrap_ci(x, n_boot, level, seed):
    n = len(x)
    if n == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError("no numbers, no resamples, or a level that is not between 0 and 1")
    rng = np.random.default_rng(seed)
    x = np.asarray(x, dtype=float)
    means = np.empty(n_boot)
    for i in range(n_boot):
        places = (rng.random(n) * n).astype(np.int32).astype(np.int16)
        means[i] = x[places].mean()
    return tuple(np.quantile(means, [(1 - level) / 2, (1 + level) / 2]))
