"""Pairs of an eighth as many words, vectors of 16."""

FUNCTION = "glove_loss_grad"
SIZES = (250, 1000, 4000, 12000, 30000, 60000)


def make(size, rng):
    n, d = max(20, size // 8), 16
    rows, columns = (n * rng.random((2, size)) ** 2).astype(int).tolist()  # small numbers are frequent
    counts = (200 * rng.random(size) ** 3 + 0.5).tolist()
    X = {(i, j): x for i, j, x in zip(rows, columns, counts, strict=True)}
    return (*(rng.normal(size=(n, d)) / 4 for _ in range(2)), *rng.normal(size=(2, n)), X)
