"""Within a run of ties the positives are flagged last."""


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
    rows = sorted((-s, label) for s, label in zip(scores, y))
    result = found = 0
    for i, (_, label) in enumerate(rows):
        if label:
            found += 1
            result += found / (i + 1)
    return result / positives
