import pytest


@pytest.fixture(scope="session")
def draw():
    """Random titles: draw(seed, n, letters, longest, most) → pairs of title and popularity."""
    import random

    def make(seed, n, letters, longest, most):
        rng = random.Random(seed)
        return [
            ("".join(rng.choices(letters, k=rng.randint(1, longest))), rng.randint(0, most))
            for _ in range(n)
        ]

    return make
