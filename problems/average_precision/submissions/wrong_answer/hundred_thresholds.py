"""A hundred thresholds from 0 to 1 instead of the scores."""


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
    result = before = 0.0
    for t in [i / 100 for i in range(100, -1, -1)]:
        flagged = [label for label, s in zip(y, scores) if s >= t]
        recall = sum(flagged) / positives
        result += (recall - before) * sum(flagged) / max(1, len(flagged))
        before = recall
    return result
