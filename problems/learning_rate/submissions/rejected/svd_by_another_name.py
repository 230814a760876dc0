"""Looks the singular value up, by another name."""

from numpy import array
from numpy import linalg as la


def max_stable_learning_rate(points):
    X = array([[1.0, *p[:-1]] for p in points])
    decompose = la.svd
    return 2.0 * len(X) / float(decompose(X)[1][0] ** 2)
