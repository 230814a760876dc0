import pytest

from grader.testing import array


@pytest.fixture(scope="session")
def ends():
    """ends(answer) → the two ends as floats, in order."""

    def read(answer):
        low, high = array(answer, (2,)).tolist()
        assert low <= high, "the lower end is above the upper end"
        return low, high

    return read
