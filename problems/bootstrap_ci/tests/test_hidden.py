"""What the random numbers cannot change, relations that must hold, and the edge cases."""

import random
from math import sqrt
from statistics import NormalDist, fmean, pstdev

import numpy as np
import pytest

from grader.testing import close

# ---------------------------------------------------------------- comparison with what is known


@pytest.mark.points(2)
@pytest.mark.hint("For many numbers the interval is near mean ± z · s / √n: draw n, not fewer or more.")
@pytest.mark.parametrize("level", [0.95, 0.5])
def test_random_normal(candidate, ends, level):
    """The interval of many numbers is near the normal one"""
    x = np.random.default_rng(4).normal(5, 2, 200).tolist()
    unit = pstdev(x) / sqrt(200)
    z = NormalDist().inv_cdf((1 + level) / 2)
    found = [ends(candidate.bootstrap_ci(x, 1500, level, seed)) for seed in range(4)]
    low, high = (fmean(side) for side in zip(*found))
    off = max(abs(low - fmean(x) + z * unit), abs(high - fmean(x) - z * unit)) / unit
    assert off < 0.2, f"an end is {off:.2f} s/√n from the normal interval's; 0.2 is allowed"
    wide = abs(high - low - 2 * z * unit) / unit
    assert wide < 0.25, f"the width is {wide:.2f} s/√n from the normal interval's; 0.25 is allowed"


@pytest.mark.hint("However many numbers there are: a resample is n draws, at least one resample at a time.")
def test_random_long_list(candidate, ends):
    """A hundred thousand numbers, a few resamples"""
    x = [float(v) for v in range(100_000)]
    low, high = ends(candidate.bootstrap_ci(x, 4, 0.9, 2))
    unit = pstdev(x) / sqrt(len(x))
    off = max(abs(low - fmean(x)), abs(high - fmean(x))) / unit
    assert off < 6, "an end is more than 6 s/√n from the mean: were n numbers drawn?"
    assert high - low > 1e-9, "the resamples are all the same"


@pytest.mark.points(2)
@pytest.mark.hint("Resamples that are drawn in batches are no more independent than the batches: one generator for "
                  "all of them, made once (rule 1).")
def test_random_batches(candidate, ends):
    """Four thousand resamples, all of their own"""
    x, n_boot = np.random.default_rng(12).normal(size=20).tolist(), 4000
    least, most = ends(candidate.bootstrap_ci(x, n_boot, 1 - 1e-12, 1))
    second, last_but_one = ends(candidate.bootstrap_ci(x, n_boot, 1 - 2 / (n_boot - 1), 1))
    assert second - least > 1e-7, "the two smallest means are one: are resamples drawn again?"
    assert most - last_but_one > 1e-7, "the two largest means are one: are resamples drawn again?"


@pytest.mark.points(2)
@pytest.mark.hint("Quantiles of the means themselves: no normal interval, nothing reflected (rule 2).")
@pytest.mark.parametrize("seed", [0, 7])
def test_random_skewed(candidate, seed):
    """One large number among ten"""
    x = [0.0] * 9 + [10.0]
    assert candidate.bootstrap_ci(x, 6000, 0.9, seed) == close((0.0, 3.0))


@pytest.mark.points(2)
@pytest.mark.hint("The mean of each resample, not its median or sum.")
@pytest.mark.parametrize("seed", [3, 11])
def test_random_three_numbers(candidate, seed):
    """Three numbers, and the ends that they must have"""
    assert candidate.bootstrap_ci([0.0, 0.0, 3.0], 6000, 0.8, seed) == close((0.0, 2.0))
    assert candidate.bootstrap_ci([0.0, 0.0, 3.0], 6000, 0.2, seed) == close((1.0, 1.0))


@pytest.mark.hint("Every number may be drawn, the first and the last too, each as often as any other.")
def test_random_every_number(candidate, ends):
    """Every number is drawn"""
    for place in (0, 4):
        x = [0.0] * 5
        x[place] = 5.0
        assert candidate.bootstrap_ci(x, 4000, 0.6, 2) == close((0.0, 2.0)), (
            "a number is never drawn, or too often"
        )


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The seed must decide all draws: no global state, no clock (rules 4 and 5).")
def test_relation_same_seed(candidate, ends):
    """The same arguments give the same ends"""
    x = [0.3, 1.7, 2.2, 5.9, 8.1, 9.4]
    first = ends(candidate.bootstrap_ci(x, 50, 0.8, 42))
    random.seed(5)
    candidate.bootstrap_ci(x, 20, 0.8, 7)
    assert candidate.bootstrap_ci(x, 50, 0.8, 42) == close(first)


@pytest.mark.points(2)
@pytest.mark.hint("The seed must be used: other seeds draw other resamples (rule 4).")
def test_relation_other_seeds(candidate, ends):
    """Other seeds give other ends"""
    x = [0.31, 1.72, 2.25, 5.93, 8.14, 9.46, 12.7, 13.9]
    found = {ends(candidate.bootstrap_ci(x, 40, 0.8, seed)) for seed in range(6)}
    assert len(found) >= 4, "different seeds gave the same ends"


@pytest.mark.points(2)
@pytest.mark.hint("Two means m0 < m1 and linear quantiles: the width is level · (m1 - m0) (rule 3).")
def test_relation_linear_quantiles(candidate, ends):
    """Quantiles of two means are interpolated"""
    x = [0.31, 1.72, 2.25, 5.93, 8.14, 9.46, 12.7, 13.9, 20.02]
    wide = ends(candidate.bootstrap_ci(x, 2, 0.9, 3))
    narrow = ends(candidate.bootstrap_ci(x, 2, 0.45, 3))
    assert wide[1] > wide[0], "two resamples have the same mean"
    assert narrow[1] - narrow[0] == close((wide[1] - wide[0]) / 2)
    assert sum(narrow) == close(sum(wide))


@pytest.mark.hint("The place a * (n_boot - 1) is between two neighbours of the sorted means (rule 3).")
def test_relation_quantiles_of_three(candidate, ends):
    """Quantiles of three means are between neighbours"""
    x = [0.31, 1.72, 2.25, 5.93, 8.14, 9.46, 12.7, 13.9, 20.02]
    smallest, largest = ends(candidate.bootstrap_ci(x, 3, 1 - 1e-12, 4))
    middle, _ = ends(candidate.bootstrap_ci(x, 3, 1e-12, 4))
    half = candidate.bootstrap_ci(x, 3, 0.5, 4)
    assert half == close(((smallest + middle) / 2, (middle + largest) / 2))


@pytest.mark.hint("A higher level is a wider interval, with the same resamples.")
def test_relation_levels(candidate, ends):
    """A higher level is a wider interval"""
    x = [0.31, 1.72, 2.25, 5.93, 8.14, 9.46]
    before = ends(candidate.bootstrap_ci(x, 300, 0.1, 8))
    for level in (0.5, 0.9, 0.99):
        now = ends(candidate.bootstrap_ci(x, 300, level, 8))
        assert now[0] < before[0] < before[1] < now[1], "a higher level gave no wider interval"
        before = now


@pytest.mark.points(2)
@pytest.mark.hint("Resamples depend on the seed, not on the numbers: twice the numbers, twice the ends.")
def test_relation_stretched(candidate, ends):
    """Numbers stretched and moved"""
    x = [0.25, 1.75, 2.5, 5.0, 8.125, 9.5]
    low, high = ends(candidate.bootstrap_ci(x, 60, 0.8, 9))
    stretched = candidate.bootstrap_ci([2 * v for v in x], 60, 0.8, 9)
    assert stretched == close((2 * low, 2 * high))
    moved = candidate.bootstrap_ci([v - 100 for v in x], 60, 0.8, 9)
    assert moved == close((low - 100, high - 100))


@pytest.mark.hint("No resample is beyond the smallest and the largest number.")
def test_relation_within_the_numbers(candidate, ends):
    """The ends are within the numbers"""
    low, high = ends(candidate.bootstrap_ci([-5.0, -1.0, 4.0], 200, 0.999, 1))
    assert low >= -5.0 - 1e-9, "the lower end is below the smallest number"
    assert high <= 4.0 + 1e-9, "the upper end is above the largest number"
    assert high - low > 3.0, "the resamples hardly differ: drawn without replacement?"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("One resample: both ends are its mean, which is that of n draws.")
def test_edge_one_resample(candidate, ends):
    """One resample"""
    seen = set()
    for seed in range(8):
        low, high = ends(candidate.bootstrap_ci([0.0, 1.0, 2.0, 4.0], 1, 0.9, seed))
        assert low == close(high)
        assert abs(low * 4 - round(low * 4)) < 1e-9, "the mean of four whole numbers is expected"
        seen.add(low)
    assert len(seen) > 1, "resamples of different seeds all have the same mean"


@pytest.mark.hint("One number: every resample is that number.")
def test_edge_one_number(candidate):
    """One number"""
    assert candidate.bootstrap_ci([7.5], 20, 0.95, 3) == close((7.5, 7.5))


@pytest.mark.hint("Whole numbers have means with fractions.")
def test_edge_whole_numbers(candidate):
    """Whole numbers"""
    assert candidate.bootstrap_ci([0, 1], 4000, 0.4, 6) == close((0.5, 0.5))
    assert candidate.bootstrap_ci([1, 1, 1], 5, 0.5, 6) == close((1, 1))


@pytest.mark.hint("Seeds may be 0 and large.")
def test_edge_seeds(candidate):
    """Seeds of 0, and large ones"""
    for seed in (0, 2**31 + 5):
        assert candidate.bootstrap_ci([0.0, 1.0], 3000, 0.6, seed) == close((0.0, 1.0))


@pytest.mark.hint("No numbers must raise ValueError (rule 6).")
def test_edge_no_numbers(candidate):
    """No numbers are an error"""
    with pytest.raises(ValueError):
        candidate.bootstrap_ci([], 10, 0.9, 1)


@pytest.mark.hint("n_boot below 1 must raise ValueError (rule 6).")
@pytest.mark.parametrize("n_boot", [0, -3])
def test_edge_no_resamples(candidate, n_boot):
    """n_boot below 1 is an error"""
    with pytest.raises(ValueError):
        candidate.bootstrap_ci([1.0, 2.0], n_boot, 0.9, 1)


@pytest.mark.hint("The level is strictly between 0 and 1, else ValueError (rule 6).")
@pytest.mark.parametrize("level", [0.0, 1.0, -0.5, 1.5])
def test_edge_levels(candidate, level):
    """Levels that are not between 0 and 1 are an error"""
    with pytest.raises(ValueError):
        candidate.bootstrap_ci([1.0, 2.0], 10, level, 1)


@pytest.mark.hint("Seeds that follow each other must not share resamples (rule 4): one generator for all of "
                  "them, not one for each, made of seed + i.")
def test_edge_seeds_that_follow_each_other(candidate, ends):
    """Seeds that follow each other have resamples of their own"""
    x = np.random.default_rng(8).normal(size=30).tolist()
    found = {ends(candidate.bootstrap_ci(x, 500, 0.5, seed))[0] for seed in range(12)}
    assert len(found) > 8, "seeds that follow each other give the same ends"


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.bootstrap_ci([4.0, 1.0, 3.0, 2.0, 9.0], 20, 0.9, 1)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
