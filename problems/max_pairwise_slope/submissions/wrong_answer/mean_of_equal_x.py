"""Replaces the points of a column by their mean."""

import numpy as np


def max_pairwise_slope(points):
    columns = {}
    for x, y in points:
        columns.setdefault(x, []).append(y)
    if len(columns) < 2:
        return None
    xs = sorted(columns)
    return float((np.diff([np.mean(columns[x]) for x in xs]) / np.diff(xs)).max())
