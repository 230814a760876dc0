import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, scales, n) → points whose features have these standard deviations."""
    import numpy as np

    def make(seed, scales, n=40):
        rng = np.random.default_rng(seed)
        rows = rng.normal(size=(n, len(scales))) * np.array(scales)
        return [(*row, float(t)) for row, t in zip(rows.tolist(), rng.normal(size=n), strict=True)]

    return make


@pytest.fixture(scope="session")
def bound():
    """The answer by an eigenvalue routine, which the candidate may not use."""
    import numpy as np

    def answer(points):
        X = np.array([[1.0, *point[:-1]] for point in points])
        return 2.0 / float(np.linalg.eigvalsh(X.T @ X / len(X))[-1])

    return answer
