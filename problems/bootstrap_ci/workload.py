"""A hundred numbers and ever more resamples: draws one by one, all at once, or in chunks."""

FUNCTION = "bootstrap_ci"
SIZES = (200, 1000, 5000, 25000, 100000)


def make(size, rng):
    return rng.exponential(size=100).tolist(), size, 0.9, int(rng.integers(1 << 30))


def same(expected, actual):
    """Two correct intervals differ by their random numbers: by half their width at the very most."""
    (low, high), (own_low, own_high) = expected, actual
    room = 0.5 * abs(float(high) - float(low))
    return abs(float(low) - float(own_low)) <= room and abs(float(high) - float(own_high)) <= room
