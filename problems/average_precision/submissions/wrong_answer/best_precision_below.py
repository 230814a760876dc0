"""The envelope: the best precision at this recall or further down."""


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
    points = []
    for t in sorted(set(scores), reverse=True):
        flagged = [label for label, s in zip(y, scores) if s >= t]
        points.append((sum(flagged) / positives, sum(flagged) / len(flagged)))
    result = before = 0.0
    for i, (recall, _) in enumerate(points):
        result += (recall - before) * max(p for _, p in points[i:])
        before = recall
    return result
