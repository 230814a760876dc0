"""Scores that are close count as equal."""

import numpy as np


def second_price_auction(bids, ctr, slots):
    b = np.asarray(bids, dtype=float)
    c = np.asarray(ctr, dtype=float)
    if len(b) != len(c) or slots < 0 or (b < 0).any() or (c <= 0).any():
        raise ValueError("bad input")
    n = len(b)
    k = min(slots, n)
    if k == 0:
        return []
    s = b * c
    if k + 1 < n:
        cut = np.partition(s, n - k - 1)[n - k - 1]
        cand = np.flatnonzero(s >= cut)
    else:
        cand = np.arange(n)
    order = cand[np.lexsort((cand, -s[cand]))]
    for r in range(len(order) - 1):
        # scores equal but for rounding: the smaller index
        if np.isclose(s[order[r]], s[order[r + 1]]) and order[r] > order[r + 1]:
            order[r], order[r + 1] = order[r + 1], order[r]
    out = []
    for r in range(k):
        i = order[r]
        price = s[order[r + 1]] / c[i] if r + 1 < len(order) else 0.0
        out.append((int(i), float(price)))
    return out
