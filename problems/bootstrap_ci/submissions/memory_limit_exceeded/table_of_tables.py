"""Holds a resample of every number for every draw."""

import numpy as np


def bootstrap_ci(x, n_boot, level, seed):
    if len(x) == 0 or n_boot < 1 or not 0 < level < 1:
        raise ValueError
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, len(x), (n_boot, 50_000)) % len(x)
    means = np.asarray(x, dtype=float)[drawn][:, : len(x)].mean(axis=1)
    return tuple(np.quantile(means, [(1 - level) / 2, (1 + level) / 2]))
