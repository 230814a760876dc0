"""Takes twice as many and a few more before it rounds."""

import math
from itertools import combinations


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n")
    of_user = {}
    sq = {}
    for u, i, r in ratings:
        d = of_user.setdefault(u, {})
        if i in d:
            raise ValueError("rated twice")
        d[i] = r
        sq[i] = sq.get(i, 0) + r * r
    near = {i: {} for i in sq}
    for d in of_user.values():
        for (i, r), (j, s) in combinations(d.items(), 2):
            if i > j:
                i, j, = j, i
            near[i][j] = near[i].get(j, 0) + r * s
    cand = {i: [] for i in sq}
    for i, row in near.items():
        for j, dot in row.items():
            den = math.sqrt(sq[i]) * math.sqrt(sq[j])
            cos = dot / den if den else 0.0
            cand[i].append((cos, j))
            cand[j].append((cos, i))
    import heapq
    out = {}
    for i, v in cand.items():
        top = heapq.nlargest(2 * n + 8, v, key=lambda t: (t[0], -t[1]))
        out[i] = sorted(((round(c, 6), j) for c, j in top), key=lambda t: (-t[0], t[1]))[:n]
    return out
