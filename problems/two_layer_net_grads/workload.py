"""Rows of 24 numbers and 32 hidden units: what a row costs forwards and backwards, and is held."""

FUNCTION = "two_layer_net_grads"
SIZES = (20, 100, 500, 2500, 10000, 40000)
P, H = 24, 32


def make(size, rng):
    X = rng.normal(size=(size, P))
    y = (X[:, 0] + rng.normal(size=size) > 0).astype(int)
    return X, y, rng.normal(size=(P, H)) / 5, rng.normal(size=H), rng.normal(size=H) / 5, 0.3
