"""The price is set by the place before instead of after."""


def second_price_auction(bids, ctr, slots):
    if len(bids) != len(ctr) or slots < 0 or any(b < 0 for b in bids) or any(not c > 0 for c in ctr):
        raise ValueError("bad input")
    scores = [b * c for b, c in zip(bids, ctr)]
    ranking = sorted(range(len(bids)), key=lambda i: (-scores[i], i))
    result = []
    for place, i in enumerate(ranking[:slots]):
        following = scores[ranking[place - 1]] if place else scores[i]
        result.append((i, following / ctr[i]))
    return result
