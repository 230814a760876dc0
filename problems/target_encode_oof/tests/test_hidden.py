"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("S and N without smoothing: the category's rows in all other folds together.")
@pytest.mark.parametrize("folds", [2, 3, 5])
def test_random_without_smoothing(candidate, reference, draw, folds):
    """Random rows, no smoothing"""
    cats, y, fold = draw(folds, 60, 6, folds)
    expected = reference.target_encode_oof(cats, y, fold)
    assert candidate.target_encode_oof(cats, y, fold) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("(S + m * prior) / (N + m), the prior from the other folds only (rules 2 and 3).")
@pytest.mark.parametrize("m", [0.5, 3, 40.0])
def test_random_with_smoothing(candidate, reference, draw, m):
    """Random rows, smoothed"""
    cats, y, fold = draw(int(10 * m), 60, 6, 4)
    expected = reference.target_encode_oof(cats, y, fold, m)
    assert candidate.target_encode_oof(cats, y, fold, m) == close(expected)


@pytest.mark.hint("Most categories here stand in one fold only: they get the prior (rule 4).")
@pytest.mark.parametrize("m", [0.0, 2.0])
def test_random_rare_categories(candidate, reference, draw, m):
    """Nearly as many categories as rows"""
    cats, y, fold = draw(71, 50, 40, 3)
    expected = reference.target_encode_oof(cats, y, fold, m)
    assert candidate.target_encode_oof(cats, y, fold, m) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own on a few small rows.")
@settings(max_examples=30)
@given(
    rows=st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(-8, 8), st.integers(0, 2)),
        min_size=1, max_size=9,
    ),
    m=st.sampled_from([0.0, 0.25, 1.0, 2]),
)
def test_random_small_inputs(candidate, reference, rows, m):
    """Any small input"""
    rows = [*rows, ("a", 1, 5)]
    cats, y, fold = [r[0] for r in rows], [r[1] / 2 for r in rows], [r[2] for r in rows]
    expected = reference.target_encode_oof(cats, y, fold, m)
    assert candidate.target_encode_oof(cats, y, fold, m) == close(expected)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("A row's number has seen a target of its own fold: in S, in N or in the prior.")
@pytest.mark.parametrize("m", [0.0, 1.5])
def test_relation_no_leakage(candidate, draw, m):
    """Other targets inside a fold leave the numbers of that fold"""
    cats, y, fold = draw(5, 40, 5, 4)
    before = array(candidate.target_encode_oof(cats, y, fold, m), (40,))
    own = [i for i in range(40) if fold[i] == 2]
    other = [100.0 - 3 * v if f == 2 else v for v, f in zip(y, fold)]
    after = array(candidate.target_encode_oof(cats, other, fold, m), (40,))
    assert list(after[own]) == close(list(before[own])), (
        "the numbers of a fold changed when the targets inside that fold did: leakage"
    )
    others = [i for i in range(40) if fold[i] != 2]
    assert list(after[others]) != close(list(before[others])), (
        "the numbers of the other folds did not change when the targets of a fold did"
    )


@pytest.mark.hint("Rows of the same category and fold see the same rows, so they get one number.")
def test_relation_one_number_for_a_cell(candidate, draw):
    """Rows of the same category and fold get the same number"""
    cats, y, fold = draw(6, 50, 3, 3)
    answer = array(candidate.target_encode_oof(cats, y, fold, 1.0), (50,))
    seen = {}
    for value, cell in zip(answer.tolist(), zip(cats, fold)):
        assert value == close(seen.setdefault(cell, value)), (
            "two rows of the same category and fold got different numbers"
        )


@pytest.mark.hint("Each row's number stands at its own place, whatever the order of the rows.")
def test_relation_order_of_rows(candidate, draw):
    """Turning the rows round turns the numbers round"""
    cats, y, fold = draw(8, 40, 5, 3)
    forward = array(candidate.target_encode_oof(cats, y, fold, 2.0), (40,))
    backward = candidate.target_encode_oof(cats[::-1], y[::-1], fold[::-1], 2.0)
    assert backward == close(list(forward[::-1]))


@pytest.mark.hint("Names of categories and numbers of folds are only names.")
def test_relation_other_names(candidate, draw):
    """Renaming categories and folds changes nothing"""
    cats, y, fold = draw(9, 40, 4, 3)
    expected = array(candidate.target_encode_oof(cats, y, fold, 2.0), (40,))
    cats = [{"c0": "zebra", "c1": "", "c2": "c3", "c3": "0"}[c] for c in cats]
    fold = [{0: 900, 1: -4, 2: 0}[f] for f in fold]
    assert candidate.target_encode_oof(cats, y, fold, 2.0) == close(list(expected))


@pytest.mark.hint("Stretching and moving the targets does the same to the numbers.")
@settings(max_examples=10)
@given(seed=st.integers(0, 10**6), m=st.sampled_from([0.0, 1.0, 7.5]))
def test_relation_stretched_targets(candidate, draw, seed, m):
    """Stretching and moving the targets"""
    cats, y, fold = draw(seed, 25, 4, 3)
    plain = array(candidate.target_encode_oof(cats, y, fold, m), (25,))
    moved = candidate.target_encode_oof(cats, [4 * v + 8 for v in y], fold, m)
    assert moved == close(list(4 * plain + 8))


@pytest.mark.hint("Every row twice, with twice the smoothing: the same means.")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice with twice the smoothing changes nothing"""
    cats, y, fold = draw(10, 30, 4, 3)
    once = array(candidate.target_encode_oof(cats, y, fold, 1.5), (30,))
    twice = candidate.target_encode_oof(cats * 2, y * 2, fold * 2, 3.0)
    assert twice == close(list(once) * 2)


@pytest.mark.hint("With very strong smoothing every number is the prior of its row's fold.")
def test_relation_strong_smoothing(candidate, draw):
    """Very strong smoothing gives the prior"""
    cats, y, fold = draw(12, 40, 4, 3)
    expected = []
    for f in fold:
        others = [v for v, g in zip(y, fold) if g != f]
        expected.append(sum(others) / len(others))
    answer = candidate.target_encode_oof(cats, y, fold, 1e12)
    assert answer == close(expected, rtol=1e-6, atol=1e-6)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("N = 0: the prior of the other folds, not 0, not nan, not an error (rule 4).")
@pytest.mark.parametrize("m", [0.0, 0, 3.0])
def test_edge_unseen_category(candidate, m):
    """Categories that stand in one fold only"""
    cats, y, fold = ["a", "b", "c", "c"], [1.0, 2.0, 6.0, 10.0], [1, 2, 3, 3]
    assert candidate.target_encode_oof(cats, y, fold, m) == close([6.0, 17 / 3, 1.5, 1.5])


@pytest.mark.hint("Without m there is no smoothing.")
def test_edge_default_is_zero(candidate):
    """m left out"""
    cats, y, fold = ["a", "a", "b"], [4.0, 8.0, 0.0], [0, 1, 1]
    assert candidate.target_encode_oof(cats, y, fold) == close([8.0, 4.0, 4.0])


@pytest.mark.points(2)
@pytest.mark.hint("The other folds' rows are pooled: a mean of the folds' means is another number.")
def test_edge_folds_of_different_size(candidate):
    """Folds of very different size"""
    cats = ["a"] * 6
    y, fold = [0.0, 3.0, 3.0, 3.0, 3.0, 12.0], [0, 1, 1, 1, 1, 2]
    expected = [4.8, 6.0, 6.0, 6.0, 6.0, 2.4]
    assert candidate.target_encode_oof(cats, y, fold) == close(expected)
    assert candidate.target_encode_oof(cats, y, fold, 2.0) == close(expected)


@pytest.mark.hint("The prior is a mean over rows, not over categories or folds (rule 2).")
def test_edge_prior_over_rows(candidate):
    """A prior of categories and folds of different size"""
    cats = ["a", "b", "b", "b", "c"]
    y, fold = [0.0, 4.0, 4.0, 4.0, 8.0], [0, 1, 1, 2, 2]
    answer = candidate.target_encode_oof(cats, y, fold, 1.0)
    assert answer == close([5.0, 4.0, 4.0, 32 / 9, 8 / 3])


@pytest.mark.hint("Numbers of folds may be negative, large, and have gaps.")
def test_edge_odd_folds(candidate):
    """Negative and large numbers of folds"""
    cats, y = ["a", "a", "a", "b"], [1.0, 2.0, 6.0, 3.0]
    fold = [-5, 5, 5, 10**12]
    assert candidate.target_encode_oof(cats, y, fold, 1.0) == close([35 / 9, 1.5, 1.5, 3.0])
    assert candidate.target_encode_oof(["a", "a"], [1.0, 2.0], [-1, 0]) == close([2.0, 1.0])
    for first, second in ((0, 2**32), (2**60, 2**60 + 1)):
        answer = candidate.target_encode_oof(["a"] * 3, [1.0, 2.0, 4.0], [first, second, 1])
        assert answer == close([3.0, 2.5, 1.5])


@pytest.mark.hint("Categories are compared as they are: no lower case, no strip (rule 5).")
def test_edge_odd_categories(candidate):
    """Categories that differ by case and blanks only"""
    cats = ["a", "A", "a ", "", "a", "A", "a ", ""]
    y, fold = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], [0, 0, 0, 0, 1, 1, 1, 1]
    expected = [5.0, 6.0, 7.0, 8.0, 1.0, 2.0, 3.0, 4.0]
    assert candidate.target_encode_oof(cats, y, fold) == close(expected)
    for one, other in (("É", "é"), ("ß", "ss"), ("x" * 300 + "1", "x" * 300 + "2"), ("e\u0301", "\u00e9")):
        answer = candidate.target_encode_oof([one, other, "a"], [1.0, 2.0, 4.0], [0, 1, 1])
        assert answer == close([3.0, 1.0, 1.0])


@pytest.mark.hint("Category and fold must not be glued to one text: '1' + '12' is '11' + '2'.")
def test_edge_glued_keys(candidate):
    """Categories that end in digits"""
    cats, fold = ["x1", "x", "x1", "x", "x1_2", "x1_2"], [2, 12, 12, 2, 1, 2]
    y = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0]
    expected = [4.0, 8.0, 1.0, 2.0, 32.0, 16.0]
    assert candidate.target_encode_oof(cats, y, fold) == close(expected)
    for sign in "-_:|,. ":
        answer = candidate.target_encode_oof([f"a{sign}", "a", "a"], [1.0, 2.0, 5.0], [1, -1, 3])
        assert answer == close([3.5, 5.0, 2.0])


@pytest.mark.hint("A sum of 0 over some rows is a sum like any other: only a category without rows gets the prior (rule 4).")
def test_edge_sum_of_zero(candidate):
    """Targets of a category that add up to 0"""
    answer = candidate.target_encode_oof(["a", "a", "c", "a"], [1.0, -1.0, 6.0, 5.0], [0, 0, 0, 1])
    assert answer == close([5.0, 5.0, 5.0, 0.0])


@pytest.mark.hint("Whole numbers as targets still have fractions as means: beware of integer arrays.")
def test_edge_integer_targets(candidate):
    """Whole numbers as targets"""
    cats, y, fold = ["a", "a", "a", "b"], [1, 2, 5, 0], [0, 0, 1, 1]
    assert candidate.target_encode_oof(cats, y, fold) == close([5.0, 5.0, 1.5, 1.5])
    assert candidate.target_encode_oof(cats, y, fold, 1) == close([3.75, 3.75, 1.5, 1.5])


@pytest.mark.hint("Negative targets are targets.")
def test_edge_negative_targets(candidate):
    """Negative targets"""
    cats, y, fold = ["a", "a", "b"], [-4.0, -2.0, 1.0], [0, 1, 1]
    assert candidate.target_encode_oof(cats, y, fold, 1.0) == close([-1.25, -4.0, -4.0])


@pytest.mark.hint("Large targets need more digits than 32-bit floats have.")
def test_edge_large_targets(candidate):
    """Large targets of both signs"""
    cats, y = ["a"] * 80, [123_456.7, -123_455.6] * 40
    fold = [i // 2 % 4 for i in range(80)]
    assert candidate.target_encode_oof(cats, y, fold) == close([0.55] * 80)


@pytest.mark.hint("No rows: an empty result, no error (rule 6).")
@pytest.mark.parametrize("m", [0.0, 2.0])
def test_edge_no_rows(candidate, m):
    """No rows"""
    assert candidate.target_encode_oof([], [], [], m) == []


@pytest.mark.hint("Lists of different lengths must raise ValueError (rule 7).")
@pytest.mark.parametrize("short", [0, 1, 2])
def test_edge_lengths(candidate, short):
    """Lists of different lengths are an error"""
    lists = [["a", "b", "a", "b"], [1.0, 2.0, 3.0, 4.0], [0, 1, 0, 1]]
    lists[short] = lists[short][:3]
    with pytest.raises(ValueError):
        candidate.target_encode_oof(*lists)


@pytest.mark.hint("One row has one fold only: ValueError (rule 7).")
def test_edge_one_row(candidate):
    """One row is an error"""
    with pytest.raises(ValueError):
        candidate.target_encode_oof(["a"], [1.0], [0], 1.0)


@pytest.mark.hint("m below 0 must raise ValueError (rule 7).")
@pytest.mark.parametrize("m", [-0.5, -0.001])
def test_edge_negative_smoothing(candidate, m):
    """m below 0 is an error"""
    with pytest.raises(ValueError):
        candidate.target_encode_oof(["a", "a", "a"], [1.0, 2.0, 3.0], [0, 1, 1], m)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 8).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.target_encode_oof(*draw(3, 20, 4, 3), 1.0)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
