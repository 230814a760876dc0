"""argpartition and the default sort, which do not keep the order of equal scores."""

import numpy as np


def second_price_auction(bids, ctr, slots):
    b, c = np.asarray(bids, dtype=float), np.asarray(ctr, dtype=float)
    if b.shape != c.shape or slots < 0 or (b < 0).any() or not (c > 0).all():
        raise ValueError("bad input")
    scores = b * c
    n, wanted = len(scores), slots + 1
    if wanted < n:
        least = np.partition(scores, n - wanted)[n - wanted]
        among = np.argpartition(-scores, slots)[:wanted]
    else:
        among = np.arange(n)
    ranking = among[np.argsort(-scores[among])]
    after = np.append(scores[ranking][1:], 0.0)[:slots]
    winners = ranking[:slots]
    return list(zip(winners.tolist(), (after[: len(winners)] / c[winners]).tolist()))
