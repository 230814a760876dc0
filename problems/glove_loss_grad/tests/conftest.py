import pytest


@pytest.fixture(scope="session")
def draw():
    """Random problems: draw(seed, n, m, d, count, high) → W, C, b, c, X."""
    import numpy as np

    def make(seed, n, m, d, count, high):
        rng = np.random.default_rng(seed)
        pairs = rng.permutation(n * m)[:count]
        X = {(int(p) // m, int(p) % m): float(x) for p, x in
             zip(pairs, high * rng.random(count) + 0.05, strict=True)}
        return rng.normal(size=(n, d)), rng.normal(size=(m, d)), rng.normal(size=n), rng.normal(size=m), X

    return make


@pytest.fixture(scope="session")
def parts():
    """parts(answer, W, C) → the loss and the four gradients as arrays of the right shapes."""
    from grader.testing import array, items, number

    def read(answer, W, C):
        loss, gW, gC, gb, gc = items(answer, 5)
        return (number(loss), array(gW, W.shape), array(gC, C.shape),
                array(gb, (len(W),)), array(gc, (len(C),)))

    return read
