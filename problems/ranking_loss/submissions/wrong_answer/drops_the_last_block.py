"""Relevant documents in blocks of 1024, and what is left over is dropped."""

import math

import numpy as np


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores) or len(y_true) == 0:
        raise ValueError("lengths")
    y = np.asarray(y_true)
    s = np.asarray(scores, dtype=np.float64)
    if not np.all((y == 0) | (y == 1)):
        raise ValueError("label")
    if np.isnan(s).any():
        raise ValueError("nan")
    pos = s[y == 1]
    neg = np.sort(s[y == 0])
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("no pair")
    wrong = 0.0
    step = 1024  # pairs in blocks, to keep memory low
    blocks = max(1, len(pos) // step)
    for b in range(blocks):
        part = pos[b * step : (b + 1) * step]
        lo = np.searchsorted(neg, part, side="left")
        hi = np.searchsorted(neg, part, side="right")
        wrong += (len(neg) - hi).sum() + 0.5 * (hi - lo).sum()
    return float(wrong / (len(pos) * len(neg)))
