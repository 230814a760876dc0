"""The area under the ROC curve."""


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
    p = [s for s, label in zip(scores, y) if label]
    n = [s for s, label in zip(scores, y) if not label]
    right = sum((a > b) + 0.5 * (a == b) for a in p for b in n)
    return right / max(1, len(p) * len(n))
