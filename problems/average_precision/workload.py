"""Mostly distinct scores, one row in twenty positive: each threshold anew, or one pass."""

FUNCTION = "average_precision"
SIZES = (500, 2000, 8000, 32000, 128000, 320000)


def make(size, rng):
    y = (rng.random(size) < 0.05).astype(int)
    y[0] = 1
    scores = rng.normal(size=size) + y
    scores[rng.random(size) < 0.1] = 0.5
    return y.tolist(), scores.tolist()
