"""A threshold is the better one only if it saves more than a billionth."""


def cost_threshold(y, scores, cost_fp, cost_fn):
    if not y or len(y) != len(scores) or any(v not in (0, 1) for v in y):
        raise ValueError("no rows, other lengths or labels")
    if cost_fp < 0 or cost_fn < 0 or not all(abs(s) < float("inf") for s in scores):
        raise ValueError("a negative cost, or a score that is not finite")
    rows = sorted(zip(scores, y), reverse=True)
    fp, fn = 0, sum(y)
    best, least = float("inf"), cost_fn * fn
    for i, (score, label) in enumerate(rows):
        fn -= label
        fp += 1 - label
        if i + 1 < len(rows) and rows[i + 1][0] == score:
            continue
        cost = cost_fp * fp + cost_fn * fn
        if cost < least - 1e-9:
            best, least = score, cost
    return best, least
