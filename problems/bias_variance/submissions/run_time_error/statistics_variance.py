"""statistics.variance wants two models at least."""

import statistics


def bias_variance(preds, f_true):
    if len(preds) == 0 or len(preds[0]) == 0 or len(preds[0]) != len(f_true):
        raise ValueError("bad input")
    bias2, variance = [], []
    for column, f in zip(preds.T.tolist(), f_true.tolist()):
        bias2.append((statistics.mean(column) - f) ** 2)
        variance.append(statistics.variance(column) * (len(column) - 1) / len(column))
    return statistics.mean(bias2), statistics.mean(variance)
