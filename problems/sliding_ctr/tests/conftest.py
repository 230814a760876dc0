import pytest


@pytest.fixture(scope="session")
def draw():
    """Random logs: draw(seed, n, items, step) → entries with times in quarters."""
    import numpy as np

    def make(seed, n, items, step, start=0.0):
        rng = np.random.default_rng(seed)
        t, log = start, []
        for _ in range(n):
            t += int(rng.integers(0, step + 1)) / 4
            item = items[rng.integers(len(items))]
            if rng.random() < 0.4:
                log.append((t, item))
            else:
                log.append((t, item, bool(rng.random() < 0.5)))
        return log

    return make
