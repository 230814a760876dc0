"""numpy: a mask for each threshold."""

import numpy as np


def cost_threshold(y, scores, cost_fp, cost_fn):
    if len(y) == 0 or len(y) != len(scores):
        raise ValueError("no rows, or lists of different lengths")
    y, s = np.asarray(y), np.asarray(scores, dtype=np.float64)
    if not np.isin(y, (0, 1)).all():
        raise ValueError("a label other than 0 and 1")
    if not np.isfinite(s).all():
        raise ValueError("a score is not finite")
    if min(cost_fp, cost_fn) < 0:
        raise ValueError("a negative cost")
    candidates = np.append(np.unique(s), np.inf)[::-1]
    costs = []
    for t in candidates:
        flagged = s >= t
        fp = np.count_nonzero(flagged & (y == 0))
        fn = np.count_nonzero(~flagged & (y == 1))
        costs.append(cost_fp * fp + cost_fn * fn)
    best = int(np.argmin(costs))
    return candidates[best], costs[best]
