import itertools

import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p) → normal columns and y by all of them with some noise."""
    import numpy as np

    def make(seed, n, p):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, p))
        return X, X @ np.linspace(1.0, -2.0, p) + 0.5 + 0.3 * rng.normal(size=n)

    return make


@pytest.fixture(scope="session")
def ways():
    """ways(X, y, lr, epochs, batch) → {weights: the orders of the epochs that give them}."""
    import numpy as np

    def step(X, y, lr, w, rows):
        Z = X[rows]
        return w - lr * Z.T @ (Z @ w - y[rows]) / len(rows)

    def make(X, y, lr, epochs, batch):
        orders = list(itertools.permutations(range(len(X))))
        found = {}
        for plan in itertools.product(orders, repeat=epochs):
            w = np.zeros(X.shape[1])
            for order in plan:
                for start in range(0, len(X), batch):
                    w = step(X, y, lr, w, list(order[start : start + batch]))
            found.setdefault(tuple(np.round(w, 9).tolist()), []).append(plan)
        return found

    return make
