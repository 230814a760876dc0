"""Whole ratings are squared in 64 bits."""

import numpy as np


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n")
    if not ratings:
        return {}
    if len({(u, i) for u, i, _ in ratings}) != len(ratings):
        raise ValueError("rated twice")
    users, uu = np.unique([t[0] for t in ratings], return_inverse=True)
    items, ii = np.unique([t[1] for t in ratings], return_inverse=True)
    r = np.array([t[2] for t in ratings])
    size = np.zeros(len(items), dtype=r.dtype)
    np.add.at(size, ii, r * r)
    size = np.sqrt(size)
    order = np.argsort(uu, kind="stable")
    ends = np.searchsorted(uu[order], np.arange(len(users) + 1))
    K = len(items)
    dots = {}
    for a, b in zip(ends[:-1], ends[1:]):
        who = order[a:b]
        for p in who:
            for q in who:
                if p != q:
                    key = (int(ii[p]), int(ii[q]))
                    dots[key] = dots.get(key, 0) + r[p] * r[q]
    out = {int(i): [] for i in items}
    for (p, q), s in dots.items():
        den = size[p] * size[q]
        cos = float(round(float(s / den), 6)) if den > 0 else 0.0
        out[int(items[p])].append((cos, int(items[q])))
    for v in out.values():
        v.sort(key=lambda t: (-t[0], t[1]))
        del v[n:]
    return out
