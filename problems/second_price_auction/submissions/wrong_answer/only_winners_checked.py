"""Rates are only checked of those who win."""


def second_price_auction(bids, ctr, slots):
    if len(bids) != len(ctr) or slots < 0 or any(b < 0 for b in bids):
        raise ValueError("bad input")
    scores = [b * c for b, c in zip(bids, ctr)]
    ranking = sorted(range(len(bids)), key=lambda i: (-scores[i], i))
    result = []
    for place, i in enumerate(ranking[:slots]):
        if not ctr[i] > 0:
            raise ValueError
        following = scores[ranking[place + 1]] if place + 1 < len(ranking) else 0.0
        result.append((i, following / ctr[i]))
    return result
