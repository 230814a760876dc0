"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

KEYS = ("mae", "rmse", "mape", "pinball")


def four(answer):
    """The four numbers of an answer."""
    return {key: number(answer[key]) for key in KEYS}


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Work two rows out by hand, one early and one late, and compare measure by measure.")
@pytest.mark.parametrize("key", KEYS)
def test_random(candidate, reference, draw, key):
    """Random rides, measure by measure"""
    y, pred = draw(7, 60)
    assert candidate.eta_metrics(y, pred)[key] == close(reference.eta_metrics(y, pred)[key])


@pytest.mark.points(2)
@pytest.mark.hint("q is an argument: late costs q, early 1 - q (rule 4).")
@pytest.mark.parametrize("q", [0.05, 0.3, 0.5, 0.99])
def test_random_quantiles(candidate, reference, draw, q):
    """The pinball loss of several quantiles"""
    y, pred = draw(8, 40)
    expected = reference.eta_metrics(y, pred, q)["pinball"]
    assert candidate.eta_metrics(y, pred, q)["pinball"] == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a loop of your own on two or three rows: signs, zeros, divisors.")
@given(
    rows=st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), max_size=6),
    q=st.sampled_from([0.125, 0.5, 0.75]),
)
def test_random_small_inputs(candidate, reference, rows, q):
    """Any small input"""
    rows = [*rows, (2, 1)]
    y, pred = [float(r[0]) for r in rows], [float(r[1]) for r in rows]
    assert candidate.eta_metrics(y, pred, q) == close(reference.eta_metrics(y, pred, q))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("In seconds all is 60 times as many, but mape, which is a share.")
def test_relation_units(candidate, draw):
    """Minutes and seconds"""
    y, pred = draw(21, 30)
    found = four(candidate.eta_metrics(y, pred))
    seconds = four(candidate.eta_metrics([64 * v for v in y], [64 * v for v in pred]))
    for key in KEYS:
        assert seconds[key] == pytest.approx(found[key] * (1 if key == "mape" else 64)), (
            f"{key} of values 64 times as large is not what it should be"
        )


@pytest.mark.points(2)
@pytest.mark.hint("mae and rmse ask for |e| alone; pinball with q of one sign is that with 1 - q of the other.")
@settings(max_examples=20)
@given(rows=st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=8))
def test_relation_sides(candidate, rows):
    """Late and early exchanged"""
    y, pred = [float(r[0]) for r in rows], [float(r[1]) for r in rows]
    found = four(candidate.eta_metrics(y, pred, 0.75))
    turned = four(candidate.eta_metrics(pred, y, 0.25))
    for key in ("mae", "rmse", "pinball"):
        assert turned[key] == pytest.approx(found[key]), (
            f"{key}: exchanging y and pred, and q and 1 - q, changed it"
        )


@pytest.mark.hint("At q = 0.5 late and early cost the same: half the mean absolute error.")
def test_relation_median(candidate, draw):
    """The pinball loss at one half"""
    y, pred = draw(22, 30)
    found = four(candidate.eta_metrics(y, pred, 0.5))
    assert found["pinball"] == pytest.approx(found["mae"] / 2), "at q = 0.5 pinball is mae / 2"


@pytest.mark.hint("Means: every row twice changes nothing, nor does the order of the rows.")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice, and rows in another order"""
    y, pred = draw(23, 30)
    found = four(candidate.eta_metrics(y, pred))
    assert candidate.eta_metrics(y * 2, pred * 2) == close(found)
    assert candidate.eta_metrics(y[::-1], pred[::-1]) == close(found)


@pytest.mark.points(2)
@pytest.mark.hint("A row with y = 0 changes no mape, and counts in the other three (rule 1).")
def test_relation_more_zeros(candidate, draw):
    """Rows with a true value of 0"""
    y, pred = draw(24, 20)
    found = four(candidate.eta_metrics(y, pred))
    more = four(candidate.eta_metrics([0.0, *y, 0.0], [0.0, *pred, 0.0]))
    assert more["mape"] == pytest.approx(found["mape"]), "rows with y = 0 are left out of mape"
    for key in ("mae", "pinball"):
        assert more[key] == pytest.approx(found[key] * 20 / 22), f"rows with y = 0 count in {key}"
    assert more["rmse"] == pytest.approx(found["rmse"] * (20 / 22) ** 0.5), "rows with y = 0 count in rmse"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("Exactly the keys mae, rmse, mape and pinball.")
def test_edge_keys(candidate):
    """Four keys, no more"""
    found = candidate.eta_metrics([1.0, 2.0], [1.0, 1.0])
    assert sorted(map(str, found.keys())) == sorted(KEYS), "the keys are not the four that are due"


@pytest.mark.points(2)
@pytest.mark.hint("All late costs q per minute, all early 1 - q per minute (rule 4).")
def test_edge_sides(candidate):
    """All late, or all early"""
    assert candidate.eta_metrics([4.0, 6.0], [2.0, 2.0], 0.8)["pinball"] == close(2.4)
    assert candidate.eta_metrics([2.0, 2.0], [4.0, 6.0], 0.8)["pinball"] == close(0.6)


@pytest.mark.hint("The default of q is 0.9.")
def test_edge_default_quantile(candidate):
    """The default quantile"""
    assert candidate.eta_metrics([4.0, 6.0], [2.0, 8.0])["pinball"] == close(1.0)


@pytest.mark.points(2)
@pytest.mark.hint("mape: zeros out of the sum and out of what it is divided by; |y| below (rules 1 and 2).")
def test_edge_zeros_and_signs(candidate):
    """mape with zeros, negative and tiny values"""
    assert candidate.eta_metrics([0.0, -2.0, 4.0, 0.0], [9.0, 1.0, 2.0, 0.0])["mape"] == close(1.0)
    assert candidate.eta_metrics([-0.0, 5.0], [3.0, 5.0])["mape"] == close(0.0)
    assert candidate.eta_metrics([1e-12, 1.0], [3e-12, 1.0])["mape"] == close(1.0)
    assert candidate.eta_metrics([1e-20], [0.0])["mape"] == close(1.0)


@pytest.mark.points(2)
@pytest.mark.hint("rmse: mean the squares, then one square root.")
def test_edge_rmse(candidate):
    """One large error among small ones"""
    found = candidate.eta_metrics([1.0, 1.0, 1.0, 9.0], [1.0, 1.0, 1.0, 1.0])
    assert found == close({"mae": 2.0, "rmse": 4.0, "mape": 2 / 9, "pinball": 1.8})


@pytest.mark.hint("Square the differences: squares of large numbers have no digits left for small ones.")
def test_edge_large_and_close(candidate):
    """Errors of 1 in numbers of a hundred million"""
    found = candidate.eta_metrics([1e8 + 1, 1e8 - 1], [1e8, 1e8], 0.5)
    assert found["mae"] == close(1.0)
    assert found["rmse"] == close(1.0)


@pytest.mark.hint("A perfect estimate has zeros only.")
def test_edge_perfect(candidate):
    """Perfect estimates"""
    found = candidate.eta_metrics([3.0, 7.0], [3.0, 7.0], 0.3)
    assert found == close({"mae": 0.0, "rmse": 0.0, "mape": 0.0, "pinball": 0.0})


@pytest.mark.hint("One row is enough.")
def test_edge_one_row(candidate):
    """A single row"""
    found = candidate.eta_metrics([8.0], [6.0], 0.25)
    assert found == close({"mae": 2.0, "rmse": 2.0, "mape": 0.25, "pinball": 0.5})


@pytest.mark.hint("Integers are numbers too: divide as floats do, and beware of whole-number types.")
def test_edge_integers(candidate):
    """Integers, and large ones"""
    found = candidate.eta_metrics([3, 2], [2, 4], 0.5)
    assert found == close({"mae": 1.5, "rmse": 2.5**0.5, "mape": 2 / 3, "pinball": 0.75})
    large = candidate.eta_metrics([10**10, 1], [0, 1], 0.5)
    assert large == close({"mae": 5e9, "rmse": 5e19**0.5, "mape": 0.5, "pinball": 2.5e9})


@pytest.mark.points(2)
@pytest.mark.hint("Every true value is 0: ValueError, neither 0 nor nan (rule 3).")
@pytest.mark.parametrize("n", [1, 3])
def test_edge_only_zeros(candidate, n):
    """True values that are all 0 are an error"""
    for pred in ([0.0] * n, [2.5] * n):
        with pytest.raises(ValueError):
            candidate.eta_metrics([0.0] * n, pred, 0.5)


@pytest.mark.hint("Lists of different lengths must raise ValueError, also where one has one row.")
@pytest.mark.parametrize(("n", "m"), [(2, 3), (3, 2), (1, 3), (3, 1), (0, 2), (2, 0)])
def test_edge_lengths(candidate, n, m):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.eta_metrics([1.0] * n, [2.0] * m)


@pytest.mark.hint("No rows have no mean: ValueError (rule 6).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.eta_metrics([], [])


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.eta_metrics([4.0, 0.0, 2.0], [1.0, 2.0, 3.0])
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
