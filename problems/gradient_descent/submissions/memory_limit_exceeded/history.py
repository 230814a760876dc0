"""Keeps a history that is far longer than the descent."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    history = [np.zeros(1_000_000) + step for step in range(1000)]
    return float(history[-1].max())
