"""The seed of a resample is that of the call plus its number: neighbours share nearly all."""

import numpy as np

def bootstrap_ci(x, n_boot, level, seed):
    n = len(x)
    if n == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError
    a = np.array(x, dtype=float)
    rng = np.random.default_rng(seed)
    means = np.empty(n_boot)
    for i in range(n_boot):
        means[i] = a[np.random.default_rng(seed + i).integers(0, n, n)].mean()
    lo, hi = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return float(lo), float(hi)
