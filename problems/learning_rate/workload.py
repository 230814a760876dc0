"""Points with 8 features whose two largest eigenvalues are a factor of 0.9 apart."""

FUNCTION = "max_stable_learning_rate"
SIZES = (200, 600, 1800, 5400, 16200, 48600)


def make(size, rng):
    scale = [3.0, 2.8, 2.0, 1.5, 1.0, 1.0, 0.5, 0.2]
    rows = rng.normal(size=(size, 8)) * scale
    y = rng.normal(size=size)
    return ([(*row, t) for row, t in zip(rows.tolist(), y.tolist(), strict=True)],)
