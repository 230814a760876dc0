"""Lets a library assign the slots."""

import scipy.stats


def second_price_auction(bids, ctr, slots):
    scores = [b * c for b, c in zip(bids, ctr)]
    ranks = scipy.stats.rankdata([-s for s in scores], method="ordinal")
    order = sorted(range(len(bids)), key=lambda i: ranks[i])
    return [(i, scores[j] / ctr[i]) for i, j in zip(order, order[1:])][:slots]
