"""Goes up from the smallest, so on a tie the smallest stays."""

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
    best, least = inf, inf
    for t in sorted(set(scores) | {inf}, reverse=False):
        fp = sum(1 for label, s in zip(y, scores) if s >= t and label == 0)
        fn = sum(1 for label, s in zip(y, scores) if s < t and label == 1)
        cost = cost_fp * fp + cost_fn * fn
        if cost < least:
            best, least = t, cost
    return best, least
