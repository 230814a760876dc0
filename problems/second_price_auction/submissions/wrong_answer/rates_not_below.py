"""Divides by a rate of at least a millionth."""

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
    out = []
    for r in range(k):
        i = order[r]
        price = s[order[r + 1]] / max(c[i], 1e-6) if r + 1 < len(order) else 0.0
        out.append((int(i), float(price)))
    return out
