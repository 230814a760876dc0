"""Plain Python: one sort, one pass."""

from math import inf, isfinite


def cost_threshold(y, scores, cost_fp, cost_fn):
    if len(y) == 0 or len(y) != len(scores):
        raise ValueError("no rows, or lists of different lengths")
    if any(label not in (0, 1) for label in y):
        raise ValueError("a label other than 0 and 1")
    if not all(isfinite(s) for s in scores):
        raise ValueError("a score is not finite")
    if cost_fp < 0 or cost_fn < 0:
        raise ValueError("a negative cost")
    rows = sorted(zip(scores, y), reverse=True)
    fp, fn = 0, sum(y)
    best, least = inf, cost_fn * fn
    for i, (score, label) in enumerate(rows):
        fp += 1 - label
        fn -= label
        if i + 1 < len(rows) and rows[i + 1][0] == score:
            continue
        cost = cost_fp * fp + cost_fn * fn
        if cost < least:
            best, least = score, cost
    return best, float(least)
