"""Mostly distinct scores, one row in twenty a fraud: each threshold anew, or one pass."""

FUNCTION = "cost_threshold"
SIZES = (500, 2000, 8000, 32000, 128000, 320000)


def make(size, rng):
    y = (rng.random(size) < 0.05).astype(int)
    scores = rng.normal(size=size) + 1.5 * y
    scores[rng.random(size) < 0.1] = 0.5
    return y.tolist(), scores.tolist(), 1.0, 7.25
