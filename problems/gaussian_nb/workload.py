"""As many rows to learn from as to classify, 20 features, 6 classes."""

FUNCTION = "gaussian_nb"
SIZES = (100, 400, 1600, 6400, 25600, 51200)


def make(size, rng):
    y = rng.permutation([i % 6 for i in range(size)])
    X = rng.normal(size=(size, 20)) + y[:, None] * rng.normal(size=20)
    return X, y, 2 * rng.normal(size=(size, 20))
