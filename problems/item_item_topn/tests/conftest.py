import pytest


@pytest.fixture(scope="session")
def draw():
    """Random ratings: draw(seed, size, users, items, values), no pair twice."""
    import random

    def make(seed, size, users, items, values):
        rng = random.Random(seed)
        pairs = rng.sample([(u, i) for u in users for i in items], size)
        return [(u, i, rng.choice(values)) for u, i in pairs]

    return make


@pytest.fixture(scope="session")
def rounded():
    """The expected value of `==`: cosines are rounded, so they are compared as they are."""
    from grader.testing import close

    return lambda expected: close(expected, rtol=0.0, atol=1e-8)
