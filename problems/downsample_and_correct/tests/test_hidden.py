"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute q for p = 0.5 and w = 0.1 with pencil and paper.")
@settings(max_examples=20)
@given(p=st.lists(st.integers(0, 64).map(lambda i: i / 64), max_size=5), w=st.integers(1, 16))
def test_random_corrections(candidate, reference, p, w):
    """Any probabilities"""
    assert candidate.correct(p, w / 16) == close(reference.correct(p, w / 16))


@pytest.mark.points(2)
@pytest.mark.hint("Each negative is kept with probability w: not 1 - w, and not a fixed number of them.")
@pytest.mark.parametrize("w", [0.02, 0.25, 0.5, 0.9])
def test_random_share(candidate, kept, w):
    """The share of negatives that is kept"""
    y = (np.arange(20_000) % 50 == 7).astype(int).tolist()
    negatives = y.count(0)
    count = len(kept(candidate, y, w, 3)) - y.count(1)
    bound = 6 * (negatives * w * (1 - w)) ** 0.5
    assert abs(count - negatives * w) <= bound, (
        f"{count} of {negatives} negatives were kept, though w is {w}"
    )


@pytest.mark.hint("w is any share, 0.0025 too: neither whole percents nor a step of some rows.")
def test_random_small_share(candidate, kept):
    """A share of a quarter of a percent"""
    count = len(kept(candidate, [0] * 100_000, 0.0025, 5))
    bound = 6 * (100_000 * 0.0025 * 0.9975) ** 0.5
    assert abs(count - 250) <= bound, f"{count} of 100000 negatives were kept, though w is 0.0025"


@pytest.mark.points(2)
@pytest.mark.hint("Each row is drawn by itself: how many are kept differs from seed to seed (rule 1).")
def test_random_counts(candidate, kept):
    """How many are kept is a matter of chance"""
    y = [0] * 400
    counts = [len(kept(candidate, y, 0.3, seed)) for seed in range(40)]
    spread = float(np.var(counts)) / (400 * 0.3 * 0.7)
    assert spread >= 0.25, "the number of negatives kept hardly changes with the seed"
    assert spread <= 2.5, "the number of negatives kept changes too much with the seed"


@pytest.mark.hint("Rows at the beginning and at the end have the same chance.")
def test_random_places(candidate, kept):
    """Rows of all places have the same chance"""
    found = array(kept(candidate, [0] * 20_000, 0.3, 11), kind="int")
    bound = 6 * (5000 * 0.3 * 0.7) ** 0.5
    for quarter in range(4):
        count = int(((found >= 5000 * quarter) & (found < 5000 * (quarter + 1))).sum())
        assert abs(count - 1500) <= bound, f"quarter {quarter + 1} of the rows: {count} of 5000 kept"
    neighbours = int((np.diff(found) == 1).sum())  # both of a pair: 0.09 of 19999, if independent
    assert abs(neighbours - 1800) <= 6 * 65, "neighbouring rows are not drawn independently"


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("All clicks are kept, whatever w and the seed (rule 1).")
@settings(max_examples=15)
@given(y=st.lists(st.integers(0, 1), max_size=30), w=st.integers(1, 8), seed=st.integers(0, 2**32 - 1))
def test_relation_indices(candidate, kept, y, w, seed):
    """Rising indices, all clicks among them"""
    found = kept(candidate, y, w / 8, seed)
    assert found == sorted(set(found)), "the indices do not rise"
    assert set(found) <= set(range(len(y))), "there is no row with such an index"
    assert {i for i, label in enumerate(y) if label == 1} <= set(found), "a click was thrown away"


@pytest.mark.hint("The same seed gives the same result, whatever was drawn in between (rule 3).")
@pytest.mark.parametrize("seed", [4, 0])
def test_relation_same_seed(candidate, kept, seed):
    """The same seed gives the same result"""
    y = [int(i % 17 == 0) for i in range(300)]
    first = kept(candidate, y, 0.5, seed)
    kept(candidate, y, 0.5, 5)
    assert kept(candidate, y, 0.5, seed) == first, "the same arguments gave another result"


@pytest.mark.hint("Other seeds give other results (rule 3).")
def test_relation_other_seeds(candidate, kept):
    """Other seeds give other results"""
    found = {tuple(kept(candidate, [0] * 200, 0.5, seed)) for seed in (0, 1, 2, 3, 1000, 2**31)}
    assert len(found) == 6, "different seeds gave the same rows"


@pytest.mark.hint("Odds after the correction are w times the odds before.")
@pytest.mark.parametrize("w", [0.01, 0.125, 0.75])
def test_relation_odds(candidate, w):
    """The odds are multiplied by w"""
    p = np.linspace(0.01, 0.99, 25)
    q = array(candidate.correct(p.tolist(), w), (25,))
    assert q / (1 - q) == pytest.approx(w * p / (1 - p), rel=1e-6), "the odds are not w times as large"
    assert (np.diff(q) > 0).all(), "a larger probability was corrected to a smaller one"


@pytest.mark.hint("Corrected for half and for half again is corrected for a quarter.")
def test_relation_twice(candidate):
    """Corrected twice"""
    p = [0.05, 0.3, 0.5, 0.95]
    twice = candidate.correct(candidate.correct(p, 0.5).value, 0.5)
    assert twice == close(candidate.correct(p, 0.25).value)


@pytest.mark.points(2)
@pytest.mark.hint("The rate of clicks among the kept rows, corrected, is the rate of clicks before.")
@pytest.mark.parametrize("w", [0.05, 0.4])
def test_relation_base_rate(candidate, kept, w):
    """The rate of clicks comes out right again"""
    y = [int(i % 50 == 0) for i in range(20_000)]
    share = 400 / len(kept(candidate, y, w, 8))
    (q,) = array(candidate.correct([share], w), (1,))
    bound = 6 * ((1 - w) / (w * 19_600)) ** 0.5
    assert abs(q / 0.02 - 1) <= bound, f"2 % of the rows are clicks, and {100 * q:.3g} % came out"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("Nothing given, nothing returned (rule 5).")
def test_edge_empty(candidate):
    """Empty lists"""
    assert candidate.downsample([], 0.5, 0) == []
    assert candidate.correct([], 0.5) == []


@pytest.mark.hint("With w = 1 all rows are kept, whatever is drawn (rule 2).")
def test_edge_everything(candidate):
    """Everything is kept with w = 1"""
    y = [int(i % 3 == 0) for i in range(2000)]
    for w in (1, 1.0):
        assert candidate.downsample(y, w, 1) == list(range(2000))


@pytest.mark.hint("Clicks only: all are kept. No clicks: some rows are, some not.")
def test_edge_one_label_only(candidate, kept):
    """Clicks only, and no clicks"""
    assert kept(candidate, [1] * 500, 0.001, 5) == list(range(500))
    count = len(kept(candidate, [0] * 500, 0.5, 5))
    assert 150 < count < 350, f"{count} of 500 negatives were kept, though w is 0.5"


@pytest.mark.hint("Very small w and p: nothing is rounded, and no small number added.")
def test_edge_small_numbers(candidate):
    """Very small shares and probabilities"""
    assert candidate.correct([1e-9, 1e-4], 1e-3) == close(
        [1e-9 / (1e-9 + (1 - 1e-9) * 1e3), 1e-4 / (1e-4 + (1 - 1e-4) * 1e3)], atol=0
    )
    assert candidate.correct([1e-12, 1e-20], 0.5) == close([5e-13, 5e-21], atol=0)
    assert candidate.correct([0.999999], 1e-6) == close([0.999999 / (0.999999 + 1e-6 * 1e6)], rtol=1e-5)


@pytest.mark.hint("0 stays 0 and 1 stays 1, for every w (rule 4).")
@pytest.mark.parametrize("w", [0.001, 0.5, 1])
def test_edge_zero_and_one(candidate, w):
    """Probabilities of 0 and 1"""
    assert candidate.correct([0, 1, 0.0, 1.0], w) == close([0.0, 1.0, 0.0, 1.0])


@pytest.mark.hint("w must be above 0 and at most 1 in both functions, also for empty lists (rule 5).")
@pytest.mark.parametrize("w", [0, -0.5, 1.5, 2, float("nan")])
def test_edge_share(candidate, w):
    """A share that is none is an error"""
    for y in ([0, 1, 0], []):
        with pytest.raises(ValueError):
            candidate.downsample(y, w, 0)
    for p in ([0.5], []):
        with pytest.raises(ValueError):
            candidate.correct(p, w)


@pytest.mark.hint("Every label is 0 or 1 (rule 5).")
@pytest.mark.parametrize("bad", [-1, 2, 0.5])
def test_edge_labels(candidate, bad):
    """Other labels are an error"""
    for y in ([bad, 0, 1], [0, 1, bad]):
        with pytest.raises(ValueError):
            candidate.downsample(y, 1.0, 0)


@pytest.mark.hint("Every probability is from 0 to 1, and NaN is none (rule 5).")
@pytest.mark.parametrize("bad", [-0.001, 1.001, 1 + 1e-12, -1e-12, float("nan"), float("inf")])
def test_edge_probabilities(candidate, bad):
    """What is no probability is an error"""
    for p in ([bad, 0.5], [0.5, bad]):
        with pytest.raises(ValueError):
            candidate.correct(p, 0.5)


@pytest.mark.hint("The arguments must be as they were when the functions return (rule 6).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.downsample([0, 1, 0, 0, 1, 0], 0.5, 1)
    candidate.correct([0.25, 0.5, 1.0], 0.5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
