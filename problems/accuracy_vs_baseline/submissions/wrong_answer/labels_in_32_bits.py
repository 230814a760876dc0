""""any integers, negative and large ones too": labels are cut to 32 bits, so that 2**32 + 1 is 1."""

import numpy as np


def accuracy_vs_baseline(y, pred):
    n = len(y)
    if n == 0 or n != len(pred):
        raise ValueError("bad lengths")
    y = np.array(y).astype(np.int32)
    pred = np.array(pred).astype(np.int32)
    classes, t = np.unique(y, return_counts=True)
    acc = np.mean(y == pred)
    recall = np.array([np.mean(pred[y == c] == c) for c in classes])
    p = np.array([np.sum(pred == c) for c in classes])
    e = int(np.sum(t * p))
    kappa = 0.0 if e == n * n else (int(np.sum(y == pred)) * n - e) / (n * n - e)
    return float(acc), float(t.max() / n), float(recall.mean()), float(kappa)
