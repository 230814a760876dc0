"""The normal interval of x, and nothing is drawn."""

import numpy as np


def bootstrap_ci(x, n_boot, level, seed):
    if len(x) == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError("no numbers, no resamples, or a level that is not between 0 and 1")
    rng = np.random.default_rng(seed)
    x = np.asarray(x, dtype=float)
    from statistics import NormalDist

    z = NormalDist().inv_cdf((1 + level) / 2) * x.std() / len(x) ** 0.5 + 0 * rng.random()
    low, high = x.mean() - z, x.mean() + z
    return float(low), float(high)
