import pytest


@pytest.fixture(scope="session")
def kept():
    """kept(candidate, y, w, seed) → the indices as integers."""
    from grader.testing import array

    def call(candidate, y, w, seed):
        return array(candidate.downsample(y, w, seed), (None,), "int").tolist()

    return call
