"""Counts of pairs as a product of tables of bytes, which wraps around at 256."""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="macro"):
    if average not in ("macro", "weighted", "micro"):
        raise ValueError("unknown average")
    if len(y_true) != len(y_pred) or len(y_true) == 0:
        raise ValueError("bad lengths")
    classes = sorted(set(y_true) | set(y_pred))
    index = {c: i for i, c in enumerate(classes)}
    k = len(classes)
    eye = np.eye(k, dtype=np.uint8)
    cm = eye[[index[a] for a in y_true]].T @ eye[[index[b] for b in y_pred]]
    tp = np.diag(cm).astype(float)
    fp = cm.sum(axis=0) - tp
    fn = cm.sum(axis=1) - tp

    def div(a, b):
        return np.divide(a, b, out=np.zeros_like(a), where=b > 0)

    if average == "micro":
        tp, fp, fn = (np.array([v.sum()]) for v in (tp, fp, fn))
    p = div(tp, tp + fp)
    r = div(tp, tp + fn)
    f = div(2 * tp, 2 * tp + fp + fn)
    if average == "weighted":
        w = (tp + fn) / len(y_true)
        return float((p * w).sum()), float((r * w).sum()), float((f * w).sum())
    return float(p.mean()), float(r.mean()), float(f.mean())
