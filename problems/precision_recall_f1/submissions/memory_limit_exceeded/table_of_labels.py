"""A table with a row and a column for every number up to the largest label."""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="macro"):
    if len(y_true) != len(y_pred) or not y_true or average not in ("macro", "weighted", "micro"):
        raise ValueError
    side = max(max(y_true), max(y_pred)) + 1
    table = np.ones((max(side, 20_000), max(side, 20_000)))
    np.add.at(table, (y_true, y_pred), 1)
    return tuple(np.diag(table)[:3])
