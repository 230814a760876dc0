"""One place more than there are slots, by a heap."""

import heapq


def second_price_auction(bids, ctr, slots):
    if len(bids) != len(ctr):
        raise ValueError("lengths differ")
    if slots < 0 or min(bids, default=0) < 0 or min(ctr, default=1) <= 0:
        raise ValueError("below the least")
    best = heapq.nsmallest(slots + 1, ((-b * c, i) for i, (b, c) in enumerate(zip(bids, ctr))))
    best.append((0.0, None))
    return [(i, -after[0] / ctr[i]) for (_, i), after in zip(best[:slots], best[1:]) if i is not None]
