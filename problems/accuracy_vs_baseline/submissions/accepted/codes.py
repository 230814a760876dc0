"""numpy: labels as codes, three counts."""

import numpy as np


def accuracy_vs_baseline(y, pred):
    y, pred = np.asarray(y, dtype=np.int64), np.asarray(pred, dtype=np.int64)
    n = y.size
    if n == 0 or y.shape != pred.shape:
        raise ValueError("no rows, or lists of different lengths")
    labels, codes = np.unique(np.concatenate([y, pred]), return_inverse=True)
    k = len(labels)
    true, guess = codes[:n], codes[n:]
    t, p = np.bincount(true, minlength=k), np.bincount(guess, minlength=k)
    h = np.bincount(true[true == guess], minlength=k)
    seen = t > 0
    accuracy, chance = h.sum() / n, (t / n) @ (p / n)
    one_class = t.max() == n and p.max() == n and t.argmax() == p.argmax()
    kappa = 0.0 if one_class else (accuracy - chance) / (1 - chance)
    return accuracy, t.max() / n, np.mean(h[seen] / t[seen]), kappa
