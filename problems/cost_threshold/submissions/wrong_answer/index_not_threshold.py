"""Returns the place of the threshold, not its value."""

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
    order = np.argsort(-s)
    s, hits = s[order], np.cumsum(y[order])
    last = np.append(np.flatnonzero(s[1:] != s[:-1]), len(s) - 1)  # of each run of equal scores
    fp = np.append(0, last + 1 - hits[last])
    fn = hits[-1] - np.append(0, hits[last])
    costs = cost_fp * fp + cost_fn * fn
    best = int(np.argmin(costs))  # the first of the least: the largest threshold
    return (float(best - 1) if best else float("inf")), float(costs[best])
