import pytest


@pytest.fixture(scope="session")
def draw():
    """Random items: draw(seed, n, most, levels) → rel, scores of so many levels, or all different."""
    import random

    def make(seed, n, most, levels=None):
        rng = random.Random(seed)
        rel = [rng.randint(0, most) for _ in range(n)]
        if levels is None:
            return rel, [i / 8 - n / 16 for i in rng.sample(range(n), n)]
        return rel, [rng.randrange(levels) / 4 for _ in range(n)]

    return make
