"""Draws in batches, each from a generator that begins at the seed again."""

import numpy as np

BATCH = 1000


def bootstrap_ci(x, n_boot, level, seed):
    n = len(x)
    if n == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError("no numbers, no resamples, or a level that is not between 0 and 1")
    x = np.asarray(x, dtype=float)

    def batch(count):
        rng = np.random.default_rng(seed)
        return x[rng.integers(0, n, size=(count, n))].mean(axis=1)

    means = np.concatenate([batch(min(BATCH, n_boot - start)) for start in range(0, n_boot, BATCH)])
    return tuple(np.quantile(means, [(1 - level) / 2, (1 + level) / 2]))
