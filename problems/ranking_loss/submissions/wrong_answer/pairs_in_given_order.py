"""Only pairs in which the relevant document is given first are counted."""


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores) or set(y_true) != {0, 1} or any(s != s for s in scores):
        raise ValueError
    wrong = pairs = 0
    for i in range(len(scores)):
        for j in range(i + 1, len(scores)):
            if y_true[i] == 1 and y_true[j] == 0:
                pairs += 1
                wrong += (scores[i] < scores[j]) + 0.5 * (scores[i] == scores[j])
    return wrong / max(pairs, 1)
