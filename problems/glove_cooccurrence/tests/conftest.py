import pytest


@pytest.fixture(scope="session")
def draw():
    """Random tokens: draw(seed, n, words)."""
    import random

    def make(seed, n, words):
        rng = random.Random(seed)
        return [f"w{rng.randrange(words)}" for _ in range(n)]

    return make
