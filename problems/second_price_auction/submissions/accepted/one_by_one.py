"""The best of the rest for each slot."""


def second_price_auction(bids, ctr, slots):
    if len(bids) != len(ctr) or slots < 0:
        raise ValueError("bad input")
    if any(b < 0 for b in bids) or any(c <= 0 for c in ctr):
        raise ValueError("bad input")
    left = {i: bids[i] * ctr[i] for i in range(len(bids))}
    result = []
    for _ in range(slots):
        if not left:
            break
        winner = max(left, key=left.__getitem__)  # the first of the largest: the smallest index
        del left[winner]
        result.append((winner, max(left.values(), default=0.0) / ctr[winner]))
    return result
