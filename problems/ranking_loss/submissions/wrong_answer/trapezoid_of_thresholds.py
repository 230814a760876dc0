"""The area under the curve over a hundred thresholds from 0 to 1."""

import numpy as np


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores) or set(y_true) != {0, 1} or any(s != s for s in scores):
        raise ValueError
    y, s = np.array(y_true), np.array(scores, dtype=float)
    tpr, fpr = [0.0], [0.0]
    for t in np.linspace(1, 0, 101):
        tpr.append((s[y == 1] >= t).mean())
        fpr.append((s[y == 0] >= t).mean())
    tpr.append(1.0)
    fpr.append(1.0)
    return float(1 - np.trapezoid(tpr, fpr))
