import pytest


@pytest.fixture(scope="session")
def draw():
    """Random documents: draw(seed, n, words, longest) of a vocabulary in which few are common."""
    import random

    def make(seed, n, words, longest):
        rng = random.Random(seed)
        vocabulary = [f"{chr(97 + i % 26)}{i}" for i in range(words)]
        shares = [1 / (1 + i) for i in range(words)]

        def text():
            chosen = rng.choices(vocabulary, shares, k=rng.randint(0, longest))
            return " ".join(w.upper() if rng.random() < 0.3 else w for w in chosen)

        return [text() for _ in range(n)]

    return make
