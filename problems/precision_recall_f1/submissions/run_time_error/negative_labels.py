"""Counts by bincount, which refuses negative labels."""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="macro"):
    if len(y_true) != len(y_pred) or not y_true or average not in ("macro", "weighted", "micro"):
        raise ValueError
    k = max(max(y_true), max(y_pred)) + 1
    hits = np.bincount([t for t, p in zip(y_true, y_pred) if t == p], minlength=k)
    return (float(hits.sum() / len(y_true)),) * 3
