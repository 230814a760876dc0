import pytest


@pytest.fixture(scope="session")
def draw():
    """Random problems: draw(seed, users, items, k, count) → ratings, users, items, k, V0."""
    import numpy as np

    def make(seed, n_users, n_items, k, count):
        rng = np.random.default_rng(seed)
        pairs = rng.permutation(n_users * n_items)[:count]
        ratings = [(int(p) // n_items, int(p) % n_items, float(r))
                   for p, r in zip(pairs, rng.integers(-8, 21, count) / 4, strict=True)]
        return ratings, n_users, n_items, k, rng.normal(size=(n_items, k))

    return make


@pytest.fixture(scope="session")
def run():
    """run(module, problem, reg, n_iters) → U and V."""
    from grader.testing import Answer, array, items

    def call(module, problem, reg, n_iters):
        ratings, n_users, n_items, k, V0 = problem
        answer = module.als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0)
        if type(answer) is not Answer:
            return answer
        U, V = items(answer, 2)
        return array(U, (n_users, k)), array(V, (n_items, k))

    return call
