"""A rate above 1 is taken for an error."""

def second_price_auction(bids, ctr, slots):
    if len(bids) != len(ctr) or slots < 0:
        raise ValueError
    for b, c in zip(bids, ctr):
        if b < 0 or not 0 < c <= 1:
            raise ValueError
    score = [b * c for b, c in zip(bids, ctr)]
    order = sorted(range(len(bids)), key=lambda i: (-score[i], i))
    out = []
    for r in range(min(slots, len(order))):
        i = order[r]
        price = score[order[r + 1]] / ctr[i] if r + 1 < len(order) else 0.0
        out.append((i, price))
    return out
