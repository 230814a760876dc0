"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute one entry of the table by hand, with the formula of rule 4.")
@pytest.mark.parametrize(("p", "labels"), [(1, [0, 1]), (3, [0, 1, 2]), (6, [4, 2, 9, 7])])
def test_random(candidate, reference, draw, check, p, labels):
    """Random rows"""
    X, y, Q = draw(p, 50, p, labels)
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.points(2)
@pytest.mark.hint("A prior is the class's share of the rows (rule 1).")
def test_random_unbalanced(candidate, reference, draw, check):
    """Classes of very different size"""
    X, y, Q = draw(12, 120, 2, [0, 1])
    keep = np.flatnonzero((y == 0) | (np.arange(120) % 8 == 0))
    expected = reference.gaussian_nb(X[keep], y[keep], Q)
    check(candidate.gaussian_nb(X[keep], y[keep], Q), expected)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own on a few small rows.")
@settings(max_examples=20)
@given(
    rows=st.lists(
        st.tuples(st.integers(-4, 4), st.integers(-4, 4), st.sampled_from([3, 8, -1])), max_size=7
    )
)
def test_random_small_inputs(candidate, reference, check, rows):
    """Any small input"""
    rows = [*rows, (0, 1, 3), (2, 5, 8)]
    X, y = np.array([r[:2] for r in rows], dtype=float), np.array([r[2] for r in rows])
    Q = np.array([[0.37, 1.21], [2.9, -1.7], [-3.3, 4.1]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("Labels are names in an order: nothing else may be made of their values.")
def test_relation_other_labels(candidate, draw, check):
    """Renaming the labels renames the answers"""
    X, y, Q = draw(21, 40, 3, [0, 1, 2])
    labels, table = candidate.gaussian_nb(X, y, Q)
    names = np.array([-70, 5, 10**12])
    check(candidate.gaussian_nb(X, names[y], Q), (names[array(labels, kind="int")], array(table)))


@pytest.mark.hint("The order of the rows and of the features means nothing.")
def test_relation_order(candidate, draw, check):
    """Rows and features turned round"""
    X, y, Q = draw(22, 40, 4, [1, 2])
    labels, table = candidate.gaussian_nb(X, y, Q)
    turned = candidate.gaussian_nb(X[::-1, ::-1].copy(), y[::-1].copy(), Q[:, ::-1].copy())
    check(turned, (array(labels, kind="int"), array(table)))


@pytest.mark.hint("Every row twice: the same shares, means and variances (divided by n, not n - 1).")
def test_relation_every_row_twice(candidate, draw, check):
    """Every row twice changes nothing"""
    X, y, Q = draw(23, 20, 2, [0, 1])
    labels, table = candidate.gaussian_nb(X, y, Q)
    twice = candidate.gaussian_nb(np.vstack([X, X]), np.append(y, y), Q)
    check(twice, (array(labels, kind="int"), array(table)))


@pytest.mark.hint("Stretching a space of p features by 4 takes p ln 4 from every log density.")
@settings(max_examples=8)
@given(seed=st.integers(0, 10**6))
def test_relation_stretched(candidate, draw, seed):
    """Stretching and moving the space"""
    X, y, Q = draw(seed, 20, 3, [0, 1])
    table = array(candidate.gaussian_nb(X, y, Q)[1])
    stretched = candidate.gaussian_nb(4 * X + 16, y, 4 * Q + 16)[1]
    assert stretched == close(table - 3 * np.log(4))


@pytest.mark.hint("Each query is answered by itself.")
def test_relation_queries_one_by_one(candidate, draw):
    """A query alone gets the same answer"""
    X, y, Q = draw(24, 30, 3, [0, 1, 2])
    labels, table = candidate.gaussian_nb(X, y, Q)
    one_label, one_row = candidate.gaussian_nb(X, y, Q[3:4])
    assert one_row == close(array(table)[3:4])
    assert one_label == array(labels, kind="int")[3:4].tolist()


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("Densities of hundreds of features underflow: add logs (rule 6).")
def test_edge_many_features(candidate, reference, draw, check):
    """Three hundred features"""
    X, y, Q = draw(31, 40, 300, [0, 1], 4)
    check(candidate.gaussian_nb(X, y, 5 * Q), reference.gaussian_nb(X, y, 5 * Q))


@pytest.mark.points(2)
@pytest.mark.hint("A class of one row has the variance of rule 3 alone.")
def test_edge_class_of_one_row(candidate, reference, check):
    """A class of one row"""
    X, y = np.array([[0.0, 1.0], [2.0, 5.0], [1.0, 0.0]]), np.array([1, 1, 0])
    Q = np.array([[1.0, 0.0], [1.0, 2.0], [1.001, 0.0]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.points(2)
@pytest.mark.hint("The small number is 1e-9 of the largest variance of any feature over all rows, "
                  "for each feature and class (rule 3).")
def test_edge_small_number(candidate, check):
    """Features that do not vary within a class"""
    X = np.array([[0.0, 7.0], [0.0, 7.0], [300.0, 7.0], [100.0, 7.0]])
    y, Q = np.array([0, 0, 1, 1]), np.array([[0.001, 7.001], [180.0, 7.0]])
    small = 1e-9 * 15000.0
    table = [
        [
            np.log(0.5) - 0.5 * sum(
                np.log(2 * np.pi * (v + small)) + (x - m) ** 2 / (v + small)
                for x, m, v in zip(row, (first, 7.0), (v, 0.0))
            )
            for first, v in ((0.0, 0.0), (200.0, 10000.0))
        ]
        for row in Q
    ]
    check(candidate.gaussian_nb(X, y, Q), ([0, 1], table))


@pytest.mark.points(2)
@pytest.mark.hint("mean(x²) - mean(x)² loses a small variance far from 0 (rule 7).")
def test_edge_far_from_zero(candidate, reference, check):
    """Features far from 0 that vary little"""
    X = np.array([[1e6 + 0.1], [1e6 + 0.4], [1e6 + 0.9], [1e6 + 1.3], [1e6 + 1.6]])
    y, Q = np.array([0, 0, 0, 1, 1]), np.array([[1e6 + 0.5], [1e6 + 1.5]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.hint("Whole numbers have means with fractions: beware of integer arrays.")
def test_edge_whole_numbers(candidate, reference, check):
    """Whole numbers as features"""
    X, y = np.array([[1, 5], [2, 1], [4, 4], [9, 0], [5, 3]]), np.array([0, 0, 1, 1, 1])
    Q = np.array([[2, 3], [7, 1]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X.astype(float), y, Q.astype(float)))


@pytest.mark.hint("On a tie the smallest label wins, whatever came first (rule 5).")
def test_edge_ties(candidate):
    """Three classes with the same rows"""
    X, y = np.array([[1.0], [3.0]] * 3), np.array([8, 8, 5, 5, 6, 6])
    assert candidate.gaussian_nb(X, y, np.array([[2.0], [9.0]]))[0] == [5, 5]


@pytest.mark.hint("A tie is equality: the larger log density wins, by however little (rule 5).")
def test_edge_nearly_tied(candidate):
    """Two densities that are nearly the same"""
    X, y = np.array([[0.0], [2.0], [4.0], [6.0]]), np.array([8, 8, 5, 5])
    Q = np.array([[2.9999999], [3.0000001], [2.9], [3.1]])
    assert candidate.gaussian_nb(X, y, Q)[0] == [8, 5, 8, 5]


@pytest.mark.hint("Labels are whole numbers of up to 64 bits: as floats two of them may be one.")
def test_edge_near_labels(candidate):
    """Large labels that differ by one"""
    big = 2**53
    X, y = np.array([[0.0], [2.0], [4.0], [6.0]]), np.array([big + 1, big + 1, big, big])
    assert candidate.gaussian_nb(X, y, np.array([[1.0], [5.0]]))[0] == [big + 1, big]


@pytest.mark.points(2)
@pytest.mark.hint("Features may be of any small size: whether one varies is no question of how much (rule 9).")
def test_edge_tiny_features(candidate, reference, check):
    """Features of a ten-billionth"""
    X, y = np.array([[0.0], [1e-10], [5e-10], [6e-10]]), np.array([0, 0, 1, 1])
    Q = np.array([[2e-10], [5e-10]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.hint("Whole numbers of small types wrap around when they are subtracted or squared: convert first.")
@pytest.mark.parametrize(("kind", "move"), [(np.int8, 0), (np.uint8, 100)])
def test_edge_bytes(candidate, reference, check, kind, move):
    """Bytes as features"""
    X, y = np.array([[-100, 30], [100, 20], [90, -90], [100, -100]]) + move, np.array([0, 0, 1, 1])
    Q = np.array([[95, 0], [-100, -100], [127, 127]]) + move
    expected = reference.gaussian_nb(X.astype(float), y, Q.astype(float))
    check(candidate.gaussian_nb(X.astype(kind), y, Q.astype(kind)), expected)


@pytest.mark.hint("A prior decides where the densities are the same.")
def test_edge_prior_decides(candidate, check):
    """Equal densities, different priors"""
    X, y = np.array([[1.0], [3.0], [1.0], [3.0], [1.0], [3.0]]), np.array([0, 0, 7, 7, 7, 7])
    both = -0.5 * np.log(2 * np.pi * (1 + 1e-9))
    table = [[np.log(1 / 3) + both - 0.5 / (1 + 1e-9) * 0, np.log(2 / 3) + both]]
    check(candidate.gaussian_nb(X, y, np.array([[2.0]])), ([7], table))


@pytest.mark.hint("One class is a class: its prior is 1.")
def test_edge_one_class(candidate, reference, check):
    """One class"""
    X, y, Q = np.array([[1.0], [4.0]]), np.array([3, 3]), np.array([[2.0], [100.0]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.hint("No queries: no labels, and a table without rows (rule 8).")
def test_edge_no_queries(candidate):
    """No queries"""
    X, y = np.array([[1.0, 2.0], [4.0, 3.0]]), np.array([0, 1])
    labels, table = candidate.gaussian_nb(X, y, np.empty((0, 2)))
    assert len(labels) == 0
    assert len(table) == 0


@pytest.mark.hint("X and y of different length must raise ValueError (rule 9).")
@pytest.mark.parametrize("n", [2, 4])
def test_edge_lengths(candidate, n):
    """Different lengths are an error"""
    X = np.array([[1.0], [2.0], [4.0]])
    with pytest.raises(ValueError):
        candidate.gaussian_nb(X, np.array([0, 1, 0, 1])[:n], np.array([[1.0]]))


@pytest.mark.hint("No rows, or no feature that varies: ValueError (rule 9).")
def test_edge_nothing_to_learn(candidate):
    """No rows, or no feature that varies, are an error"""
    with pytest.raises(ValueError):
        candidate.gaussian_nb(np.empty((0, 2)), np.empty(0, dtype=int), np.array([[1.0, 2.0]]))
    with pytest.raises(ValueError):
        candidate.gaussian_nb(np.array([[2.0, 3.0]] * 3), np.array([0, 1, 1]), np.array([[2.0, 3.0]]))


@pytest.mark.points(2)
@pytest.mark.hint("The same small number is added to every variance, also to those that are far from 0 (rule 3).")
def test_edge_scales_far_apart(candidate, reference, check):
    """A feature of large and one of small variance"""
    X = np.array([[0.0, 0.1], [90_000.0, 0.3], [20_000.0, 0.2], [70_000.0, 0.8], [30_000.0, 0.5]])
    y, Q = np.array([0, 0, 0, 1, 1]), np.array([[10_000.0, 0.2], [60_000.0, 0.6]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.hint("Features are whole numbers or not, in X and in Q alike: what is worked out of one is no type for the "
                  "other.")
def test_edge_whole_queries(candidate, reference, check):
    """Whole numbers are classified by others"""
    X, y = np.array([[0.5, 2.25], [1.75, 0.5], [3.5, 4.75], [2.25, 6.5]]), np.array([0, 0, 1, 1])
    Q = np.array([[1, 2], [3, 5], [2, 3]])
    check(candidate.gaussian_nb(X, y, Q), reference.gaussian_nb(X, y, Q))


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 10).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.gaussian_nb(*draw(35, 15, 3, [0, 1]))
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
