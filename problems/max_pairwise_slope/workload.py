"""Points on a coarse grid of x, four at each on average: equal x are the rule, not the exception."""

FUNCTION = "max_pairwise_slope"
SIZES = (300, 1000, 4000, 16000, 60000)


def make(size, rng):
    x = rng.integers(0, max(2, size // 4), size)
    y = rng.normal(0.0, 100.0, size)
    return (list(zip(x.tolist(), y.tolist(), strict=True)),)
