"""Divides by zero where a class is never predicted."""


def precision_recall_f1(y_true, y_pred, average="macro"):
    if len(y_true) != len(y_pred):
        raise ValueError("lists of different lengths")
    if not y_true:
        raise ValueError("no rows")
    if average not in ("macro", "weighted", "micro"):
        raise ValueError("no such average")

    def ratio(a, b):
        return a / b

    rows = list(zip(y_true, y_pred))
    numbers, weights = [], []
    pooled = [0, 0, 0]
    for label in sorted(set(y_true) | set(y_pred)):
        tp = sum(1 for t, p in rows if t == label and p == label)
        fp = sum(1 for t, p in rows if t != label and p == label)
        fn = sum(1 for t, p in rows if t == label and p != label)
        numbers.append((ratio(tp, tp + fp), ratio(tp, tp + fn), ratio(2 * tp, 2 * tp + fp + fn)))
        weights.append((tp + fn) / len(rows))
        pooled = [pooled[0] + tp, pooled[1] + fp, pooled[2] + fn]
    if average == "micro":
        tp, fp, fn = pooled
        return ratio(tp, tp + fp), ratio(tp, tp + fn), ratio(2 * tp, 2 * tp + fp + fn)
    if average == "macro":
        weights = [1 / len(numbers)] * len(numbers)
    return tuple(sum(w * n[i] for w, n in zip(weights, numbers)) for i in range(3))
