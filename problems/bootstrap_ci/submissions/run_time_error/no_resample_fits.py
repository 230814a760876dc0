"""Blocks of resamples of a bounded number of draws: none fits, if there are more numbers than that."""

import numpy as np

DRAWS = 1 << 16


def bootstrap_ci(x, n_boot, level, seed):
    n = len(x)
    if n == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError("no numbers, no resamples, or a level that is not between 0 and 1")
    rng = np.random.default_rng(seed)
    x = np.asarray(x, dtype=np.float64)
    means = np.empty(n_boot)
    rows = DRAWS // n
    for start in range(0, n_boot, rows):
        count = min(rows, n_boot - start)
        draws = rng.integers(0, n, size=(count, n), dtype=np.int32)
        means[start : start + count] = x[draws].mean(axis=1)
    return tuple(np.quantile(means, [(1 - level) / 2, (1 + level) / 2]))
