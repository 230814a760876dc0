"""Two relevant documents in a hundred, and some tied scores: every pair, or one sort."""

FUNCTION = "ranking_loss"
SIZES = (1000, 4000, 16000, 64000, 128000, 512000)


def make(size, rng):
    y = (rng.random(size) < 0.02).astype(int)
    y[:2] = 0, 1
    scores = rng.normal(size=size) + y
    scores[rng.random(size) < 0.2] = 0.5
    return y.tolist(), scores.tolist()
