"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

ARMS = [0.2, 0.5, 0.7]

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute the bounds of two arms with pencil and paper.")
@settings(max_examples=30)
@given(arms=st.lists(st.tuples(st.integers(1, 40), st.integers(-5, 40)), min_size=1, max_size=6),
       t=st.integers(1, 200))
def test_random_choices(candidate, reference, arms, t):
    """Any arms that were all tried"""
    counts, sums = [n for n, _ in arms], [float(s) for _, s in arms]
    bounds = sorted((s / n + math.sqrt(2 * math.log(t) / n) for n, s in set(arms)), reverse=True)
    assume(len(bounds) < 2 or bounds[0] - bounds[1] > 1e-9)  # not equal but for rounding
    assert candidate.ucb1_select(counts, sums, t) == reference.ucb1_select(counts, sums, t)


@pytest.mark.hint("The bonus shrinks with the arm's own count, and grows with t.")
def test_random_course(candidate, reference):
    """A course of two hundred choices"""
    rng = np.random.default_rng(3)
    counts, sums = [0, 0, 0, 0], [0.0] * 4
    for t in range(1, 61):
        arm = reference.ucb1_select(counts, sums, t)
        assert candidate.ucb1_select(counts, sums, t) == arm
        counts[arm] += 1
        sums[arm] += float(rng.random())


@pytest.mark.points(2)
@pytest.mark.hint("Explore with probability eps in each round, among all arms; else the best mean so far.")
@pytest.mark.parametrize(("eps", "low", "high"), [(0.1, 0.632, 0.702), (0.3, 0.594, 0.661), (1.0, 0.437, 0.497)])
def test_random_total(candidate, run, eps, low, high):
    """The mean reward of six runs"""
    # From 25 times six runs of 2000 rounds: means .667, .627, .467, standard deviations .0051, .0054, .0050.
    mean = sum(run(candidate, ARMS, eps, 2000, seed)[0] for seed in range(6)) / 12_000
    assert low < mean < high, f"the mean reward with eps = {eps} is {mean:.3f}, outside {low} to {high}"


@pytest.mark.points(2)
@pytest.mark.hint("Exploring means all arms with the same probability, the best so far among them (rule 4).")
def test_random_exploration(candidate, run):
    """With eps = 1 all arms are equally likely"""
    counts = np.sum([run(candidate, [0.0, 0.2, 0.9, 1.0], 1.0, 1500, s)[1] for s in range(4)], axis=0)
    bound = 6 * (6000 * 0.25 * 0.75) ** 0.5
    assert np.abs(counts - 1500).max() < bound, f"of 6000 rounds the arms got {counts.tolist()}"


@pytest.mark.hint("The share of exploring is eps, and stays so (rules 4 and 6).")
@pytest.mark.parametrize("eps", [0.1, 0.5])
def test_random_share_of_exploring(candidate, run, eps):
    """How often the other arms are chosen"""
    _, counts = run(candidate, [1.0, 0.0, 0.0, 0.0], eps, 6000, 5)
    others, share = sum(counts[1:]), 0.75 * eps
    bound = 6 * (6000 * share * (1 - share)) ** 0.5
    assert abs(others - 6000 * share) < bound, f"arms without reward were chosen {others} times of 6000"


@pytest.mark.hint("eps stays the same: exploring does not fade (rule 6).")
def test_random_late_exploring(candidate, run):
    """Exploring in the second half"""
    early = sum(run(candidate, [1.0, 0.0], 0.4, 2000, 9)[1][1:])
    whole = sum(run(candidate, [1.0, 0.0], 0.4, 4000, 10)[1][1:])
    bound = 6 * (6000 * 0.2 * 0.8) ** 0.5
    assert abs(whole - 2 * early) < 2 * bound, f"{early} times in 2000 rounds, {whole} times in 4000"
    assert abs(whole - 800) < 6 * (4000 * 0.16) ** 0.5, f"arm 1 was chosen {whole} times of 4000"


@pytest.mark.hint("The reward is drawn by itself: exploring is not luckier than exploiting (rule 6).")
def test_random_rewards_when_exploring(candidate, run):
    """Rewards of arms that are only explored"""
    total, counts = run(candidate, [1.0, 0.3, 0.3, 0.3], 0.3, 4000, 12)
    tries, rewards = sum(counts[1:]), total - counts[0]
    bound = 6 * (tries * 0.3 * 0.7) ** 0.5
    assert abs(rewards - 0.3 * tries) < bound, f"arms with 0.3 gave {rewards} rewards in {tries} rounds"


@pytest.mark.hint("Rewards are drawn, 0 or 1: the total is not what is expected of it (rule 6).")
def test_random_spread_of_the_total(candidate, run):
    """The total is a matter of chance"""
    totals = [run(candidate, [0.5], 0.2, 200, seed)[0] for seed in range(20)]
    spread = float(np.var(totals, ddof=1)) / 50
    assert 0.15 < spread < 3.5, f"the variance of the total is {spread:.2g} times that of coin tosses"


@pytest.mark.points(2)
@pytest.mark.hint("What an arm is worth is known only from its rewards: do not look at probs to choose.")
def test_random_better_arm_not_known(candidate, run):
    """A better arm that was never explored"""
    runs = [run(candidate, [0.9, 1.0], 1e-6, 50, seed)[1] for seed in (1, 2)]
    assert [50, 0] in runs, "the better arm was chosen before it was explored"


@pytest.mark.points(2)
@pytest.mark.hint("Already in the first round any arm may be explored, and its reward is drawn by itself: not from a second "
                  "generator with the same seed (rules 4 and 6).")
def test_random_first_round(candidate, run):
    """A single round, explored or not"""
    runs = [run(candidate, [0.5, 0.5], 0.5, 1, seed) for seed in range(180)]
    second = [total for total, counts in runs if counts == [0, 1]]
    # Explored in half of the rounds, and then in half of them arm 1.
    assert abs(len(second) - 45) < 5 * (180 * 0.25 * 0.75) ** 0.5, (
        f"arm 1 was chosen in {len(second)} of 180 single rounds"
    )
    bound = 5 * (len(second) * 0.25) ** 0.5
    assert abs(sum(second) - len(second) / 2) < bound, (
        f"arm 1 gave {sum(second)} rewards in {len(second)} first rounds, at a probability of one half"
    )


@pytest.mark.points(2)
@pytest.mark.hint("Of equal means the smallest index, also where all are above 0 (rule 5).")
def test_random_equal_means(candidate, run):
    """Two arms that always give a reward"""
    # Arm 1 is chosen only when exploring: 50 times of 1000, with a standard deviation of 8.
    for seed in range(8):
        _, counts = run(candidate, [1.0, 1.0], 0.1, 1000, seed)
        assert counts[0] > 880, f"arm 0 was chosen {counts[0]} times of 1000, and arm 1 is never better"


@pytest.mark.points(2)
@pytest.mark.hint("The mean is of all rewards of an arm: the sum divided by the number of tries, as it is (rule 4).")
def test_random_close_arms(candidate, run):
    """An arm that is always right, and one that nearly is"""
    # From a hundred runs: 938 times on average, standard deviation 37, so 12 for the mean of ten.
    mean = sum(run(candidate, [0.9, 1.0], 0.05, 1000, seed)[1][1] for seed in range(10)) / 10
    assert mean > 850, f"the better arm was chosen {mean:.0f} times of 1000; about 938 is right"


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Each round chooses one arm, and gives at most one reward.")
@settings(max_examples=15)
@given(probs=st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=5),
       eps=st.sampled_from([0.0, 0.1, 0.5, 1.0]), T=st.integers(0, 40), seed=st.integers(0, 10**6))
def test_relation_sums(candidate, run, probs, eps, T, seed):
    """The counts add up to the rounds"""
    total, counts = run(candidate, probs, eps, T, seed)
    assert sum(counts) == T and min(counts) >= 0, "the counts do not add up to the number of rounds"
    assert total >= sum(n for n, p in zip(counts, probs, strict=True) if p == 1), "a sure reward is missing"
    assert total <= sum(n for n, p in zip(counts, probs, strict=True) if p > 0), (
        "there are more rewards than rounds in which one is possible"
    )


@pytest.mark.hint("The same seed gives the same result, whatever was drawn in between (rule 7).")
def test_relation_same_seed(candidate, run):
    """The same seed gives the same result"""
    first = run(candidate, ARMS, 0.3, 300, 4)
    run(candidate, ARMS, 0.3, 300, 5)
    assert run(candidate, ARMS, 0.3, 300, 4) == first, "the same arguments gave another result"
    zero = [run(candidate, ARMS, 1.0, 300, 0) for _ in range(2)]
    assert zero[0] == zero[1], "with the seed 0 the same arguments gave another result"


@pytest.mark.hint("A seed is an integer from 0, of any size: all of it counts, and 0 is one (rule 7).")
def test_relation_large_seeds(candidate, run):
    """Seeds that are alike in their last digits"""
    arms = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
    found = {str(run(candidate, arms, 1.0, 3000, seed)) for seed in (0, 1000, 2**16, 2**32)}
    assert len(found) == 4, "different seeds gave the same course"


@pytest.mark.hint("Other seeds give other results (rule 7).")
def test_relation_other_seeds(candidate, run):
    """Other seeds give other results"""
    found = {str(run(candidate, ARMS, 1.0, 1000, seed)) for seed in (0, 1, 2, 3, 2**31)}
    assert len(found) > 3, "different seeds gave the same course"


@pytest.mark.hint("Twice the same arms: only indices differ. Renumbered arms are chosen by their bound.")
def test_relation_renumbered(candidate):
    """Arms in another order"""
    counts, sums = [3, 9, 5, 20], [1.0, 7.0, 4.5, 11.0]
    arm = int(candidate.ucb1_select(counts, sums, 37))
    assert candidate.ucb1_select(counts[::-1], sums[::-1], 37) == 3 - arm


@pytest.mark.hint("The same amount added to every mean changes no choice.")
def test_relation_shifted(candidate, reference):
    """Rewards shifted below 0, and far above 1"""
    counts, sums = [4, 8, 2, 16], [1.0, 5.0, 0.5, 12.0]
    for t in (2, 30, 10**6):
        expected = reference.ucb1_select(counts, sums, t)
        for shift in (-4.0, 32.0):
            moved = [s + shift * n for s, n in zip(sums, counts, strict=True)]
            assert candidate.ucb1_select(counts, moved, t) == expected


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("An arm that was never tried comes first, however good the others are (rule 1).")
def test_edge_never_tried(candidate):
    """Arms that were never tried"""
    assert candidate.ucb1_select([100, 3, 0], [1000.0, 30.0, 0.0], 103) == 2
    assert candidate.ucb1_select([0, 7], [0.0, 70.0], 7) == 0
    assert candidate.ucb1_select([0, 0, 0], [0.0, 0.0, 0.0], 1) == 0
    assert candidate.ucb1_select([2, 0, 1, 0], [0.0, 0.0, 9.0, 0.0], 3) == 1
    assert candidate.ucb1_select([1, 1], [0.0, 1.0], 2) == 1


@pytest.mark.hint("Equal bounds: the smallest index (rule 2).")
def test_edge_nearly_equal_bounds(candidate):
    """Bounds that differ by very little"""
    assert candidate.ucb1_select([1, 1], [1.0, 1.0000000001], 5) == 1
    assert candidate.ucb1_select([4, 4, 4], [2.0, 2.0 + 1e-11, 2.0], 12) == 1


@pytest.mark.points(2)
@pytest.mark.hint("Of equal bounds the smallest index (rule 2).")
def test_edge_equal_bounds(candidate):
    """Equal bounds"""
    assert candidate.ucb1_select([6, 6, 6, 6], [1.0, 3.0, 3.0, 3.0], 24) == 1
    assert candidate.ucb1_select([3, 3], [0.0, 0.0], 6) == 0
    assert candidate.ucb1_select([9] * 40, [2.0] * 40, 360) == 0


@pytest.mark.hint("ln 1 is 0: only the means count (rule 2).")
def test_edge_first_round(candidate):
    """t = 1"""
    assert candidate.ucb1_select([1, 100, 4], [0.5, 60.0, 2.25], 1) == 1


@pytest.mark.points(2)
@pytest.mark.hint("t stands in the logarithm, not the sum of the counts; and it is sqrt(2 ln t / n).")
def test_edge_t_as_given(candidate, reference):
    """t that is not the sum of the counts"""
    counts, sums = [10, 40], [5.0, 28.0]
    chosen = [reference.ucb1_select(counts, sums, t) for t in (1, 2, 3, 4, 50, 10**9)]
    assert chosen == [1, 1, 0, 0, 0, 0] or len(set(chosen)) == 2
    for t, arm in zip((1, 2, 3, 4, 50, 10**9), chosen, strict=True):
        assert candidate.ucb1_select(counts, sums, t) == arm


@pytest.mark.points(2)
@pytest.mark.hint("The bonus is sqrt(2 ln t / n): with 2, under the root, with the natural logarithm.")
@pytest.mark.parametrize("factor", [0.5, 1.0, 1.6, 2.4, 4.0])
def test_edge_size_of_the_bonus(candidate, factor):
    """The size of the bonus"""
    n, m, t = 4, 100, 104
    # Arm 1 is ahead in the mean by `factor` instead of 2 under the root: who takes another bonus errs.
    lead = math.sqrt(factor * math.log(t)) * (1 / math.sqrt(n) - 1 / math.sqrt(m))
    arm = candidate.ucb1_select([n, m], [0.0, lead * m], t)
    assert arm == (0 if factor < 2 else 1)


@pytest.mark.hint("Negative rewards are valid (rule 2).")
def test_edge_negative_rewards(candidate):
    """Negative rewards"""
    assert candidate.ucb1_select([10, 10], [-50.0, -40.0], 20) == 1
    assert candidate.ucb1_select([10, 10], [-400.0, -500.0], 20) == 0


@pytest.mark.hint("One arm: index 0.")
def test_edge_one_arm(candidate, run):
    """A single arm"""
    assert candidate.ucb1_select([3], [1.0], 3) == 0
    assert candidate.ucb1_select([0], [0.0], 1) == 0
    assert run(candidate, [1.0], 0.5, 30, 1) == (30, [30]), "one arm is chosen in every round"


@pytest.mark.hint("No arms, unequal lengths, a count below 0, t below 1: ValueError (rule 3).")
@pytest.mark.parametrize("args", [([], [], 5), ([1, 2], [1.0], 3), ([1], [1.0, 2.0], 3), ([], [1.0], 1),
                                  ([3, -1], [1.0, 0.0], 2), ([-1, 0], [1.0, 0.0], 2),
                                  ([0, -1], [0.0, 0.0], 3), ([1, 1], [0.0, 1.0], 0),
                                  ([1, 1], [0.0, 1.0], -2), ([0, 1], [0.0, 1.0], 0)])
def test_edge_errors_of_ucb1(candidate, args):
    """What ucb1_select refuses"""
    with pytest.raises(ValueError):
        candidate.ucb1_select(*args)


@pytest.mark.points(2)
@pytest.mark.hint("With eps = 0: never chosen means 0, equal means go to the smallest index (rule 5).")
def test_edge_never_exploring(candidate, run):
    """eps = 0 chooses arm 0 in every round"""
    for probs in ([0.2, 0.5, 0.7], [0.0, 0.0, 1.0], [1.0, 1.0], [0.01, 0.99]):
        total, counts = run(candidate, probs, 0, 200, 3)
        assert counts == [200] + [0] * (len(probs) - 1), f"eps = 0 chose {counts}"
        assert total <= 200


@pytest.mark.hint("An arm that was never chosen takes part with the mean 0: arm 0 is before another with 0 "
                  "(rule 5).")
def test_edge_mean_of_the_unknown(candidate, run):
    """Arm 0 is chosen even if another was explored without reward"""
    # Without rewards arm 0 stays out only if all three rounds explore other arms: 0.475³ of the runs.
    runs = sum(run(candidate, [0.0] * 20, 0.5, 3, seed)[1][0] == 0 for seed in range(120))
    share = 0.475**3
    bound = 120 * share + 6 * (120 * share * (1 - share)) ** 0.5
    assert runs < bound, f"arm 0 was never chosen in {runs} of 120 short runs without rewards"


@pytest.mark.hint("The best mean, not the most rewards or the most tries; found after exploring.")
def test_edge_finds_the_best(candidate, run):
    """The best of many arms is found"""
    probs = [0.1] * 9 + [0.9]
    _, counts = run(candidate, probs, 0.2, 4000, 2)
    assert counts[9] > 2400, f"the best arm was chosen {counts[9]} times of 4000"
    _, counts = run(candidate, [0.5, 1.0], 0.1, 4000, 2)
    assert counts[1] > 3000, f"the best arm was chosen {counts[1]} times of 4000"


@pytest.mark.hint("Sure arms give sure rewards: the total is the number of rounds, or 0.")
def test_edge_sure_rewards(candidate, run):
    """Probabilities of 0 and 1"""
    assert run(candidate, [1.0, 1.0, 1.0], 0.5, 120, 1)[0] == 120, "a sure reward is missing"
    assert run(candidate, [0, 0], 0.5, 120, 1)[0] == 0, "there is a reward where none is possible"
    total, counts = run(candidate, [0.0, 1.0], 0.3, 500, 6)
    assert total == counts[1], "the total is not the number of rewards"


@pytest.mark.hint("No rounds: nothing chosen (rule 8).")
def test_edge_no_rounds(candidate, run):
    """T = 0"""
    assert run(candidate, [0.5, 0.2], 0.5, 0, 1) == (0, [0, 0]), "something was chosen in no rounds"


@pytest.mark.hint("No arms, a probability or eps outside [0, 1], T below 0: ValueError (rule 8).")
@pytest.mark.parametrize("args", [([], 0.1, 5), ([0.5, -0.1], 0.1, 5), ([1.1, 0.5], 0.1, 5),
                                  ([0.5], -0.1, 5), ([0.5], 1.01, 5), ([0.5], 0.1, -1), ([], 0.1, 0),
                                  ([0.5, 2.0], 0.0, 0), ([0.5], 0, -1)])
def test_edge_errors_of_the_run(candidate, args):
    """What epsilon_greedy_run refuses"""
    with pytest.raises(ValueError):
        candidate.epsilon_greedy_run(*args, 0)


@pytest.mark.hint("The arguments must be as they were when the functions return.")
def test_edge_arguments_unchanged(candidate, run):
    """The arguments are not changed"""
    candidate.ucb1_select([3, 4], [1.0, 2.0], 7)
    run(candidate, [0.5, 0.2], 0.5, 50, 1)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.points(2)
@pytest.mark.hint("What an arm is worth is known only from its rewards: do not look at probs to choose.")
def test_random_nearly_equal_arms(candidate):
    """Arms that nobody can tell apart"""
    second = 0
    for seed in range(120):
        _, counts = candidate.epsilon_greedy_run([0.5, 0.5 + 1e-9], 0.5, 60, seed)
        second += int(counts[1])
    assert second < 4320, f"the arm that is better by 1e-9 was chosen {second} times of 7200"
