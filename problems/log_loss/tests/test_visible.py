"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("A row of label 1 costs -ln(q), one of label 0 costs -ln(1 - q); then the mean.")
def test_two_rows(candidate):
    """The first example: a row of each label"""
    assert candidate.log_loss([1, 0], [0.9, 0.2]) == close(0.16425203348601802)


@pytest.mark.hint("0 is clipped to eps, 1e-15 unless another is given (rule 2).")
def test_sure_and_wrong(candidate):
    """The second example: sure and wrong"""
    assert candidate.log_loss([1], [0.0]) == close(34.538776394910684)


@pytest.mark.hint("Clip by the eps that is given, on both sides (rule 2).")
def test_large_eps(candidate):
    """The third example: an eps of 0.1"""
    assert candidate.log_loss([1, 1, 0], [0.05, 0.5, 0.99], 0.1) == close(1.7661057888493454)


@pytest.mark.hint("A probability above 1 must raise ValueError (rule 3).")
def test_above_one(candidate):
    """The fourth example: a probability above 1 is an error"""
    with pytest.raises(ValueError):
        candidate.log_loss([1, 0], [1.0000001, 0.2])
