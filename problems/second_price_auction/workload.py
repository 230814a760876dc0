"""Many advertisers for few slots. Bids are halves and rates 1/64ths, so that equal scores are equal."""

FUNCTION = "second_price_auction"
SIZES = (1000, 3000, 10000, 30000, 100000, 250000)


def make(size, rng):
    bids = (rng.integers(1, 2000, size) / 2).tolist()
    ctr = (rng.integers(1, 65, size) / 64).tolist()
    return bids, ctr, 128
