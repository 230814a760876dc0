"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("All clicks are kept, and with w = 1 everything (rules 1 and 2).")
def test_kept(candidate):
    """The first examples: what is always kept"""
    assert candidate.downsample([0, 1, 0, 0, 1], 1.0, 0) == [0, 1, 2, 3, 4]
    assert candidate.downsample([1, 1, 1], 0.01, 0) == [0, 1, 2]


@pytest.mark.hint("A label of 2, and a w of 0, must raise ValueError (rule 5).")
def test_errors_of_downsample(candidate):
    """A label of 2 and a share of 0 are errors"""
    with pytest.raises(ValueError):
        candidate.downsample([0, 2], 0.5, 0)
    with pytest.raises(ValueError):
        candidate.downsample([0, 1], 0.0, 0)


@pytest.mark.hint("q = p / (p + (1 - p) / w): it is smaller than p.")
def test_corrected(candidate):
    """Corrected probabilities"""
    assert candidate.correct([0.5], 0.1) == close([1 / 11])
    assert candidate.correct([0.0, 0.2, 1.0], 0.25) == close([0.0, 1 / 17, 1.0])
    assert candidate.correct([0.2, 0.7], 1) == close([0.2, 0.7])


@pytest.mark.hint("A probability above 1 must raise ValueError (rule 5).")
def test_error_of_correct(candidate):
    """A probability above 1 is an error"""
    with pytest.raises(ValueError):
        candidate.correct([1.2], 0.5)
