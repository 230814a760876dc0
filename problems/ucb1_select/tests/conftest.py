import pytest


@pytest.fixture(scope="session")
def run():
    """run(candidate, probs, eps, T, seed) → the total and the counts as integers."""
    from grader.testing import array, integer, items

    def call(candidate, probs, eps, T, seed):
        total, counts = items(candidate.epsilon_greedy_run(probs, eps, T, seed), 2)
        return integer(total), array(counts, (len(probs),), "int").tolist()

    return call
