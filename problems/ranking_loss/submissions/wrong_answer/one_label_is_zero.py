"""Without a pair the loss is said to be 0."""


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores):
        raise ValueError("lists of different lengths")
    if any(label not in (0, 1) for label in y_true):
        raise ValueError("a label other than 0 and 1")
    if any(score != score for score in scores):
        raise ValueError("a score is nan")
    positive = [s for s, label in zip(scores, y_true) if label == 1]
    negative = [s for s, label in zip(scores, y_true) if label == 0]
    if not positive or not negative:
        return 0.0
    wrong = 0.0
    for a in positive:
        for b in negative:
            if a < b:
                wrong += 1.0
            elif a == b:
                wrong += 0.5
    return wrong / (len(positive) * len(negative))
