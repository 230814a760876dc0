"""Plain Python: the lists again for each class."""


def accuracy_vs_baseline(y, pred):
    if len(y) != len(pred) or len(y) == 0:
        raise ValueError("no rows, or lists of different lengths")
    n = len(y)
    recalls, largest, expected = [], 0.0, 0.0
    for label in set(y):
        own = [guess for true, guess in zip(y, pred) if true == label]
        recalls.append(own.count(label) / len(own))
        largest = max(largest, len(own) / n)
        expected += len(own) / n * list(pred).count(label) / n
    accuracy = sum(true == guess for true, guess in zip(y, pred)) / n
    if all(label == y[0] for label in [*y, *pred]):
        return accuracy, largest, 1.0, 0.0
    return accuracy, largest, sum(recalls) / len(recalls), (accuracy - expected) / (1 - expected)
