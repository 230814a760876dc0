"""Labels are made integers before they are checked."""

import numpy as np

def ranking_loss(y_true, scores):
    if len(y_true) != len(scores) or len(y_true) == 0:
        raise ValueError
    y = np.asarray(y_true).astype(int); s = np.asarray(scores, dtype=float)
    if np.isnan(s).any() or not np.isin(y, (0, 1)).all():
        raise ValueError
    pos, neg = s[y == 1], np.sort(s[y == 0])
    if not pos.size or not neg.size:
        raise ValueError
    above = neg.size - np.searchsorted(neg, pos, side="right")
    ties = np.searchsorted(neg, pos, side="right") - np.searchsorted(neg, pos, side="left")
    return np.mean((above + 0.5 * ties) / neg.size)
