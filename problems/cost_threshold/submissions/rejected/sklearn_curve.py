"""Lets a library make the curve."""

import numpy as np
from sklearn.metrics import roc_curve


def cost_threshold(y, scores, cost_fp, cost_fn):
    fpr, tpr, t = roc_curve(y, scores, drop_intermediate=False)
    costs = cost_fp * fpr * y.count(0) + cost_fn * (1 - tpr) * y.count(1)
    return t[np.argmin(costs)], costs.min()
