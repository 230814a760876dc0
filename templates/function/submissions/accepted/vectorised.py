"""numpy: another way to the same answers, so that the tests do not ask for one of them."""

import numpy as np


def new_problem(X):
    if len(X) == 0 or len({len(row) for row in X}) != 1:
        raise ValueError("no rows, or rows of different lengths")
    return np.array(X, dtype=float).mean(axis=0)
