"""A score that is nan is not refused."""


def average_precision(y, scores):
    if len(y) != len(scores):
        raise ValueError("lists of different lengths")
    if any(label not in (0, 1) for label in y):
        raise ValueError("a label other than 0 and 1")
    positives = sum(y)
    if positives == 0:
        raise ValueError("no positives")
    result = before = 0.0
    for t in sorted(set(scores), reverse=True):
        flagged = [label for label, s in zip(y, scores) if s >= t]
        recall = sum(flagged) / positives
        result += (recall - before) * sum(flagged) / max(1, len(flagged))
        before = recall
    return result
