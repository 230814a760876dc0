"""Points with 5 features and 400 steps: what a step costs, and what it need not."""

FUNCTION = "max_gd_coefficient"
SIZES = (100, 400, 1600, 6400, 25600, 51200)
STEPS = 400


def make(size, rng):
    X = rng.normal(size=(size, 5))
    y = X @ rng.normal(size=5) + 1.5 + rng.normal(size=size)
    points = [tuple(row) for row in [[*x, t] for x, t in zip(X.tolist(), y.tolist(), strict=True)]]
    return points, 0.05, STEPS
