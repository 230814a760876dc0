"""Fits a polynomial."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    x, y = np.array(points, dtype=float).T
    return float(max(np.polyfit(x, y, 1)))
