"""The first row has rank 0, so precision is too large."""


def average_precision(y, scores):
    if len(y) != len(scores):
        raise ValueError("lists of different lengths")
    if any(label not in (0, 1) for label in y):
        raise ValueError("a label other than 0 and 1")
    if any(score != score for score in scores):
        raise ValueError("a score is nan")
    positives = sum(y)
    if positives == 0:
        raise ValueError("no positives")
    rows = sorted(zip(scores, y), reverse=True)
    result = 0.0
    found = waiting = 0
    for i, (score, label) in enumerate(rows):
        waiting += label
        if i + 1 == len(rows) or rows[i + 1][0] != score:
            found += waiting
            result += waiting / positives * found / max(i, 1)
            waiting = 0
    return result
