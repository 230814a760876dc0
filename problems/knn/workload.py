"""Training rows and a twentieth as many queries, 16 coordinates: what a pair costs, and is held."""

FUNCTION = "knn_predict"
SIZES = (400, 800, 1600, 3200, 6400)


def make(size, rng):
    X = rng.integers(-1000, 1000, (size, 16)).tolist()
    y = rng.integers(0, 5, size).tolist()
    queries = rng.integers(-1000, 1000, (max(1, size // 20), 16)).tolist()
    return X, y, queries, 7
