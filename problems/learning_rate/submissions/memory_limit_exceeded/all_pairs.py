"""A table of all pairs of an imagined million points."""

import numpy as np


def max_stable_learning_rate(points):
    return float(np.ones((20_000, 20_000)).sum())
