"""What a forest gets right on average, what holds for every seed, and the edge cases of the prompt."""

import numpy as np
import pytest

from grader.testing import array, items

ONE_OF_TEN = np.random.default_rng(7).integers(-9, 10, (40, 10)).astype(float)
ONE_OF_TEN[:, 8] = np.where(np.arange(40) % 2, 20.0, -20.0) + np.arange(40) / 10


def read(answer, m, n_trees, n):
    """Labels and out-of-bag rows of an answer, of the right form."""
    found = items(answer, 2)
    labels = array(found[0], (m,), "int") if m else np.zeros(0, dtype=int)
    assert len(found[0]) == m, "one label for each row of X_test is expected"
    assert len(found[1]) == n_trees, "out_of_bag has one array for each tree"
    bags = []
    for rows in found[1]:
        own = array(rows, (None,), "int").tolist() if len(rows) else []
        assert own == sorted(set(own)), "out-of-bag rows are not sorted, or stand there twice"
        assert all(0 <= i < n for i in own), "an out-of-bag row is not a row of X"
        bags.append(own)
    return labels, bags


def single_trees(candidate, max_features):
    """How many of 30 trees of one split find the only column of ten that tells the label."""
    y = np.where(np.arange(40) % 2, 1, 0)
    right = 0
    for seed in range(30):
        answer = candidate.random_forest(ONE_OF_TEN, y, ONE_OF_TEN, 1, 1, max_features, seed)
        right += (read(answer, 40, 1, 40)[0] == y).all()
    return right


# ---------------------------------------------------------------- right on average


@pytest.mark.points(4)
@pytest.mark.limits(cpu_s=10.0)
@pytest.mark.hint(
    "Fresh columns at every node, another sample for every tree, sides weighted, a majority vote."
)
def test_random_crossed_features(candidate, crossed):
    """A forest is right where single trees are not"""
    right = []
    for seed in range(6):
        X, y, X_test, clean = crossed(seed)
        labels, _ = read(candidate.random_forest(X, y, X_test, 20, 8, 2, seed), 80, 20, 160)
        right.append((labels == clean).mean())
        if seed == 2 and abs(np.mean(right) - 0.81) > 0.07:
            break  # plain by now
    # Forests have 0.90 on average with a deviation of 0.015; single trees 0.74, one subset of
    # columns for a whole tree 0.65.
    assert np.mean(right) > 0.82, f"right on {np.mean(right):.0%} of the rows; a forest on 90 %"


@pytest.mark.points(2)
@pytest.mark.hint(
    "n rows with replacement leave out 37 % of the rows, in every tree others (rule 1)."
)
def test_random_out_of_bag(candidate):
    """Rows that samples leave out"""
    X, y = np.arange(200.0)[:, None], np.arange(200) % 2
    _, bags = read(candidate.random_forest(X, y, X[:1], 60, 1, 1, 4), 1, 60, 200)
    share = np.mean([len(bag) for bag in bags]) / 200
    assert abs(share - 0.367) < 0.02, f"{share:.1%} of the rows are out of the bag, not 36.7 %"
    assert len({tuple(bag) for bag in bags}) == 60, "two trees have the same sample"
    assert len({len(bag) for bag in bags}) > 1, (
        "samples with replacement do not all leave out as many"
    )


@pytest.mark.points(2)
@pytest.mark.hint("With max_features = 1 most nodes do not see the one good column (rule 2).")
def test_random_one_column_at_a_node(candidate):
    """One column at each node"""
    right = single_trees(candidate, 1)
    assert right <= 13, f"{right} of 30 trees saw the one good column of ten: about 3 should"
    assert right >= 1 or single_trees(candidate, 5) > 0, "no tree ever saw the good column"


@pytest.mark.points(2)
@pytest.mark.hint(
    "max_features different columns: with as many as there are, all of them (rule 2)."
)
def test_random_all_columns_at_a_node(candidate):
    """All columns at each node"""
    right = single_trees(candidate, 10)
    assert right == 30, f"with all columns every tree sees the good one; {right} of 30 did"


@pytest.mark.points(2)
@pytest.mark.hint(
    "The threshold with the least impurity: try all of them, weigh the sides by their rows."
)
def test_random_threshold(candidate):
    """The best threshold of one column"""
    X = np.arange(100.0)[:, None]
    y = np.where(X[:, 0] > 71, 6, 2)
    labels, _ = read(candidate.random_forest(X, y, X, 15, 1, 1, 3), 100, 15, 100)
    assert (labels[:68] == 2).all(), "rows far below the border are wrong"
    assert (labels[76:] == 6).all(), "rows far above the border are wrong"


# ---------------------------------------------------------------- what holds for every seed


@pytest.mark.points(2)
@pytest.mark.hint(
    "All chance comes from seed: no global generator, no state kept between calls (rule 6)."
)
def test_relation_same_seed(candidate, crossed):
    """The same seed gives the same forest, whatever was called before"""
    X, y, X_test, _ = crossed(21, 40, 30)
    first = read(candidate.random_forest(X, y, X_test, 5, 4, 2, 9), 30, 5, 40)
    candidate.random_forest(X, y, X_test, 3, 4, 2, 8)
    again = read(candidate.random_forest(X, y, X_test, 5, 4, 2, 9), 30, 5, 40)
    assert first[1] == again[1], "the same seed gave other samples"
    assert (first[0] == again[0]).all(), "the same seed gave other labels"


@pytest.mark.hint("Another seed draws other samples (rule 6).")
def test_relation_other_seed(candidate):
    """Another seed gives other samples"""
    X, y = np.arange(30.0)[:, None], np.arange(30) % 2
    found = {
        str(read(candidate.random_forest(X, y, X[:1], 2, 1, 1, s), 1, 2, 30)[1]) for s in range(3)
    }
    assert len(found) == 3, "two seeds gave the same samples"


@pytest.mark.points(2)
@pytest.mark.hint(
    "A tree knows the rows of its sample and no others: the split is of the sample, not of X."
)
def test_relation_rows_out_of_the_bag(candidate):
    """Rows out of the bag have no influence"""
    X, y = np.arange(24.0)[:, None], np.arange(24) % 3
    labels, bags = read(candidate.random_forest(X, y, X, 1, 30, 1, 5), 24, 1, 24)
    changed = y.copy()
    changed[bags[0]] = (y[bags[0]] + 1) % 3
    again, bags2 = read(candidate.random_forest(X, changed, X, 1, 30, 1, 5), 24, 1, 24)
    assert bags == bags2, "the sample depends on the labels"
    assert (labels == again).all(), "labels of rows out of the bag changed the tree"


@pytest.mark.points(2)
@pytest.mark.hint(
    "A deep tree is right on all rows of its own sample: split until a node has one label."
)
def test_relation_rows_in_the_bag(candidate):
    """A deep tree is right on its own sample"""
    X = np.random.default_rng(3).permutation(40)[:, None] * 1.0
    y = np.random.default_rng(4).integers(0, 3, 40)
    labels, bags = read(candidate.random_forest(X, y, X, 1, 40, 1, 11), 40, 1, 40)
    inside = np.setdiff1d(np.arange(40), bags[0])
    assert (labels[inside] == y[inside]).all(), "wrong on a row of its own sample"
    assert (labels != y).any(), "right on rows that the tree has never seen: random labels"


@pytest.mark.hint("Labels are names: renamed in the same order, the answers are renamed.")
def test_relation_labels_are_names(candidate, crossed):
    """Renaming the labels renames the answers"""
    X, y, X_test, _ = crossed(22, 40, 20)
    names = np.array([-7, 10**9])
    first, _ = read(candidate.random_forest(X, y, X_test, 5, 3, 2, 1), 20, 5, 40)
    again, _ = read(candidate.random_forest(X, names[y], X_test, 5, 3, 2, 1), 20, 5, 40)
    assert (names[first] == again).all(), "renaming the labels changed more than names"


@pytest.mark.hint("Stretching all columns by a power of two changes no label.")
def test_relation_stretched(candidate, crossed):
    """Stretching and moving the columns changes nothing"""
    X, y, X_test, _ = crossed(23, 40, 20)
    first, _ = read(candidate.random_forest(X, y, X_test, 3, 3, 4, 1), 20, 3, 40)
    far = candidate.random_forest(8 * X - 16, y, 8 * X_test - 16, 3, 3, 4, 1)
    assert (read(far, 20, 3, 40)[0] == first).all(), "stretching the columns changed labels"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "At most max_depth splits above a leaf, and as many where they are needed (rule 4)."
)
def test_edge_depth(candidate):
    """Trees of depth 0, 1 and 3"""
    X, y = np.arange(48.0)[:, None], np.arange(48) // 12
    found = [
        len(set(read(candidate.random_forest(X, y, X, 1, depth, 1, 2), 48, 1, 48)[0].tolist()))
        for depth in (0, 1, 3)
    ]
    assert found[0] == 1, "max_depth = 0 is a single leaf"
    assert found[1] == 2, f"one split makes two leaves; {found[1]} labels were found"
    assert found[2] == 4, f"three splits in a row can tell four classes; {found[2]} were found"


@pytest.mark.points(2)
@pytest.mark.hint("Both sides of a split have one level less, no more and no fewer (rule 4).")
@pytest.mark.parametrize("seed", [2, 5])
def test_edge_depth_of_both_sides(candidate, seed):
    """Left and right of the first split"""
    # Four groups in a square: whichever column is split first, both sides need the other one.
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    rows, y = np.repeat(X, 16, axis=0), np.repeat([4, 5, 6, 7], 16)
    for depth, count in ((1, 2), (2, 4)):
        labels, _ = read(candidate.random_forest(rows, y, X, 1, depth, 2, seed), 4, 1, 64)
        found = len(set(labels.tolist()))
        assert found == count, f"depth {depth}: {found} labels in the four corners, not {count}"


@pytest.mark.points(2)
@pytest.mark.hint("A leaf with a tie says the smallest label, not the first one (rule 5).")
def test_edge_tie_in_a_leaf(candidate):
    """A tie in a leaf"""
    X, y = np.array([[0.0], [1.0]]), np.array([5, -3])
    for seed in range(14):
        labels, bags = read(candidate.random_forest(X, y, X[:1], 1, 0, 1, seed), 1, 1, 2)
        expected = 5 if bags[0] == [1] else -3
        assert labels[0] == expected, "the leaf's label is not the smallest of the most frequent"


@pytest.mark.points(2)
@pytest.mark.hint("Trees that disagree in equal numbers: the smallest label (rule 5).")
def test_edge_tie_of_the_trees(candidate):
    """A tie of the trees"""
    X, y = np.array([[0.0], [1.0]]), np.array([5, -3])
    for seed in range(20):
        labels, bags = read(candidate.random_forest(X, y, X[:1], 2, 0, 1, seed), 1, 2, 2)
        expected = 5 if bags == [[1], [1]] else -3
        assert labels[0] == expected, "on a tie of the trees the smallest label wins"


@pytest.mark.hint("The forest's label is that of most trees: not the first tree's, not an average.")
def test_edge_majority_of_the_trees(candidate):
    """The majority of three trees"""
    X, y = np.array([[0.0], [1.0]]), np.array([5, 1])
    for seed in range(14):
        labels, bags = read(candidate.random_forest(X, y, X[:1], 3, 0, 1, seed), 1, 3, 2)
        expected = 5 if bags.count([1]) >= 2 else 1
        assert labels[0] == expected, "not the label of the majority of the trees"


@pytest.mark.hint("A threshold is a midpoint, and a row that equals it goes left (rule 3).")
def test_edge_midpoint(candidate):
    """Rows at a threshold and beside it"""
    X, y = np.array([[0], [2]]), np.array([1, 2])
    X_test = np.array([[-5.0], [0.9], [1.0], [1.1], [9.0]])
    tried = 0
    for seed in range(12):
        labels, bags = read(candidate.random_forest(X, y, X_test, 1, 2, 1, seed), 5, 1, 2)
        if bags[0] == []:
            tried += 1
            assert labels.tolist() == [1, 1, 1, 2, 2], "the threshold is 1.0, and 1.0 goes left"
    assert tried, "no sample of two rows had both of them in twelve seeds"


@pytest.mark.hint("Columns without two distinct values cannot be split: a leaf (rule 4).")
def test_edge_constant_columns(candidate):
    """Constant columns"""
    X, y = np.full((9, 2), 4.0), np.array([2, 2, 2, 2, 2, 2, 2, 2, 7])
    labels, _ = read(candidate.random_forest(X, y, X[:2], 11, 6, 2, 1), 2, 11, 9)
    assert labels.tolist() == [2, 2], "a node that cannot be split says its majority"


@pytest.mark.hint("Columns may be integers.")
def test_edge_integers(candidate):
    """Integer columns"""
    X = np.array([[-3, 250], [-2, 250], [40, 1], [41, 0]] * 4)
    y = np.array([1, 1, 0, 0] * 4)
    labels, _ = read(candidate.random_forest(X, y, X[:4], 9, 3, 1, 2), 4, 9, 16)
    assert labels.tolist() == [1, 1, 0, 0], "two clear groups of integers"


@pytest.mark.points(2)
@pytest.mark.hint("The sum of two small integers may not fit their type, nor may its half: midpoints are floats.")
@pytest.mark.parametrize(("kind", "low", "high"), [("uint8", 100, 201), ("int8", -128, 3), ("int16", 20_000, 30_001)])
def test_edge_small_integers(candidate, kind, low, high):
    """Columns of small integer types"""
    X = np.array([[low], [high]] * 5, dtype=kind)
    labels, _ = read(candidate.random_forest(X, np.array([0, 1] * 5), X[:2], 9, 2, 1, 0), 2, 9, 10)
    assert labels.tolist() == [0, 1], "two clear groups of integers"


@pytest.mark.points(2)
@pytest.mark.hint("Every midpoint of two distinct values is a threshold: a choice of some of them misses the best (rule 3).")
def test_random_every_threshold(candidate):
    """The best of two hundred thresholds"""
    X = np.arange(200.0)[:, None]
    y = (X[:, 0] >= 90).astype(int)
    for seed in range(8):
        labels, bags = read(candidate.random_forest(X, y, X, 1, 1, 1, seed), 200, 1, 200)
        own = np.setdiff1d(np.arange(200), bags[0])
        assert (labels[own] == y[own]).all(), "one split tells all rows of the sample, and it was not found"


@pytest.mark.hint("One row: its label, and no row out of the bag.")
def test_edge_one_row(candidate):
    """A single row"""
    labels, bags = read(
        candidate.random_forest(np.array([[1.0]]), np.array([42]), np.array([[9.0]]), 2, 3, 1, 0),
        1,
        2,
        1,
    )
    assert labels.tolist() == [42]
    assert bags == [[], []], "a sample of one row leaves none out"


@pytest.mark.hint("No rows in X_test: no labels, and out_of_bag as ever (rule 7).")
def test_edge_no_test_rows(candidate):
    """No rows to label"""
    X, y = np.arange(6.0)[:, None], np.arange(6) % 2
    read(candidate.random_forest(X, y, np.zeros((0, 1)), 3, 2, 1, 0), 0, 3, 6)


@pytest.mark.hint("n_trees below 1 and max_features outside 1 to p must raise ValueError (rule 8).")
@pytest.mark.parametrize(("n_trees", "max_features"), [(0, 1), (-1, 1), (3, 0), (3, -1), (3, 3)])
def test_edge_bad_numbers(candidate, n_trees, max_features):
    """Bad n_trees and max_features are errors, also where nothing is to be labelled"""
    X, y = np.arange(12.0).reshape(6, 2), np.arange(6) % 2
    for X_test in (X, X[:0]):
        with pytest.raises(ValueError):
            candidate.random_forest(X, y, X_test, n_trees, 2, max_features, 0)


@pytest.mark.hint("No rows, or X and y of different length, must raise ValueError (rule 8).")
def test_edge_bad_rows(candidate):
    """No rows, or different lengths, are an error"""
    for X, y in ((np.zeros((0, 1)), []), (np.ones((3, 1)), [1]), (np.ones((2, 1)), [1, 0, 1])):
        with pytest.raises(ValueError):
            candidate.random_forest(X, np.array(y, dtype=int), np.ones((1, 1)), 2, 2, 1, 0)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 9).")
def test_edge_arguments_unchanged(candidate, crossed):
    """The arguments are not changed"""
    X, y, X_test, _ = crossed(24, 30, 10)
    candidate.random_forest(X, y, X_test, 3, 3, 2, 1)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.points(2)
@pytest.mark.hint("Rows that are drawn twice count twice (rule 1): the sample is no set.")
def test_random_rows_drawn_twice(candidate):
    """Rows drawn twice count twice"""
    # Of three rows two are in the bag: one of them twice, and that one has the majority.
    X, y = np.array([[0.0], [1.0], [2.0]]), np.array([7, 2, 4])
    found = set()
    for seed in range(200):
        labels, bags = read(candidate.random_forest(X, y, X[:1], 1, 0, 1, seed), 1, 1, 3)
        if bags[0] == [2]:
            found.add(int(labels[0]))
        if seed >= 40 and found >= {2, 7}:
            break
    assert found == {2, 7}, f"samples of rows 0 and 1 only gave the labels {sorted(found)}, not 2 and 7"


@pytest.mark.points(2)
@pytest.mark.hint("A best split that gains nothing is made all the same: a later one may gain (rule 3).")
def test_edge_split_without_gain(candidate):
    """A first split that gains nothing"""
    X, y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([3, 8, 8, 3])
    tried = 0
    for seed in range(200):
        labels, bags = read(candidate.random_forest(X, y, X, 1, 2, 2, seed), 4, 1, 4)
        if bags[0] == []:
            tried += 1
            assert (labels == y).all(), "all four rows in the sample, and not all of them right"
        if tried == 6:
            break
    assert tried, "no sample of four rows had all of them in two hundred seeds"


@pytest.mark.points(2)
@pytest.mark.hint("None of the drawn columns can be split: a leaf. No other columns are drawn instead "
                  "(rule 4).")
def test_random_constant_columns_drawn(candidate):
    """Drawn columns that are constant make a leaf"""
    X = np.column_stack([np.arange(40.0) // 20] + [np.full(40, 3.0)] * 3)
    y = np.arange(40) // 20
    split = sum(
        len(set(read(candidate.random_forest(X, y, X, 1, 1, 1, seed), 40, 1, 40)[0].tolist())) == 2
        for seed in range(50)
    )
    assert 1 <= split <= 30, f"{split} of 50 trees were split; one column of four can be, so about 12"


@pytest.mark.points(2)
@pytest.mark.hint("The impurity is Gini's, 1 - sum of squared shares: not the entropy (rule 3).")
def test_random_gini(candidate):
    """Gini and not entropy"""
    counts = np.array([[5, 0, 77], [174, 0, 51], [174, 118, 0]]) * 2
    X = np.repeat([0.0, 1.0, 2.0], counts.sum(axis=1))[:, None]
    y = np.concatenate([np.repeat([0, 1, 2], row) for row in counts])
    labels, _ = read(candidate.random_forest(X, y, X[[0]], 9, 1, 1, 3), 1, 9, len(X))
    assert labels[0] == 2, "the first split is not that of the least Gini impurity"
