import pytest


@pytest.fixture(scope="session")
def fill():
    """fill(module, numbers) → an object of `module` to which the numbers were pushed."""

    def make(module, numbers):
        made = module.StreamingMoments()
        for x in numbers:
            made.push(x)
        return made

    return make


@pytest.fixture(scope="session")
def both():
    """both(object) → its mean and variance; on the host and in the sandbox."""
    return lambda made: [made.mean(), made.var()]


@pytest.fixture(scope="session")
def agrees():
    """agrees(object, numbers): its mean and variance are those of the numbers."""
    from fractions import Fraction

    from grader.testing import close

    def check(made, numbers):
        exact = [Fraction(x) for x in numbers]
        mean = sum(exact) / len(exact)
        var = sum((x - mean) ** 2 for x in exact) / len(exact)
        assert made.mean() == close(float(mean))
        assert made.var() == close(float(var))

    return check
