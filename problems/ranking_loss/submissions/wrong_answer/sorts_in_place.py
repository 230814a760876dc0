"""Sorts the caller's lists."""


def ranking_loss(y_true, scores):
    n = len(scores)
    if len(y_true) != n:
        raise ValueError("lists of different lengths")
    positives = 0
    for label, score in zip(y_true, scores):
        if label not in (0, 1):
            raise ValueError("a label other than 0 and 1")
        if score != score:
            raise ValueError("a score is nan")
        positives += label
    negatives = n - positives
    if positives == 0 or negatives == 0:
        raise ValueError("both labels are needed")
    both = sorted(zip(scores, y_true))
    for i, (s, label) in enumerate(both):
        scores[i], y_true[i] = s, label
    order = range(n)
    rank_sum = 0.0
    start = 0
    while start < n:
        end = start
        relevant = 0
        while end < n and scores[order[end]] == scores[order[start]]:
            relevant += y_true[order[end]]
            end += 1
        rank_sum += relevant * (start + 1 + end) / 2  # the mean of the ranks start + 1 … end
        start = end
    above = rank_sum - positives * (positives + 1) / 2
    return 1 - above / (positives * negatives)
