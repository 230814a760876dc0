"""Counts inversions between neighbours of the sorted list."""


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores) or set(y_true) != {0, 1} or any(s != s for s in scores):
        raise ValueError
    order = sorted(zip(scores, y_true))
    wrong = 0.0
    for (a, u), (b, v) in zip(order, order[1:]):
        if u > v:
            wrong += 0.5 if a == b else 1.0
    return wrong / (sum(y_true) * (len(y_true) - sum(y_true)))
