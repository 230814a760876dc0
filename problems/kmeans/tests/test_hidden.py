"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close, items, number

# One start in two finds the best clusters of these: ten starts nearly always do.
HARD_BLOBS = (20, 32, 37, 45, 56, 61, 74, 86, 109, 135, 161, 163)


def read(answer, k, d, n):
    """Centroids, labels and inertia of an answer, of the right shapes."""
    found = items(answer, 3)
    labels = array(found[1], (n,), "int")
    assert ((labels >= 0) & (labels < k)).all(), "a label is not the index of a centroid"
    return array(found[0], (k, d)), labels, number(found[2])


def squared(X, centroids):
    """Squared distances of all rows and centroids."""
    return ((np.asarray(X, dtype=float)[:, None] - centroids[None]) ** 2).sum(axis=2)


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint(
    "Rounds of means and labels, until no label changes, on squared Euclidean distances."
)
@pytest.mark.parametrize("seed", [1, 2])
def test_random_centroids(candidate, reference, draw, seed):
    """Centroids of random rows, to the end"""
    X, init = draw(seed, 60, 3, 5)
    found = items(candidate.kmeans(X, 5, init=init), 3)
    assert found[0] == close(reference.kmeans(X, 5, init=init)[0])


@pytest.mark.points(2)
@pytest.mark.hint("The label is the index of the nearest centroid, in the order of the rows.")
def test_random_labels(candidate, reference, draw):
    """Labels of random rows"""
    X, init = draw(3, 70, 2, 4)
    found = items(candidate.kmeans(X, 4, init=init), 3)
    assert found[1] == reference.kmeans(X, 4, init=init)[1]


@pytest.mark.points(2)
@pytest.mark.hint(
    "Inertia is a sum of squared distances, each to the row's own centroid: no mean, no root."
)
def test_random_inertia(candidate, reference, draw):
    """Inertia of random rows"""
    X, init = draw(4, 50, 2, 3)
    found = items(candidate.kmeans(X, 3, init=init), 3)
    assert found[2] == close(reference.kmeans(X, 3, init=init)[2])


@pytest.mark.points(2)
@pytest.mark.hint("max_iter rounds of means and labels, no more and no fewer (rule 2).")
@pytest.mark.parametrize("rounds", [1, 2, 4])
def test_random_few_rounds(candidate, reference, draw, rounds):
    """Centroids after a few rounds"""
    X, init = draw(15, 120, 2, 6)
    found = items(candidate.kmeans(X, 6, init=init, max_iter=rounds), 3)
    assert found[0] == close(reference.kmeans(X, 6, init=init, max_iter=rounds)[0])


@pytest.mark.points(2)
@pytest.mark.hint(
    "When max_iter ends the run, labels and inertia still belong to the last centroids (rule 4)."
)
@pytest.mark.parametrize("rounds", [1, 3])
def test_random_last_labels(candidate, draw, rounds):
    """Labels and inertia when max_iter ends the run"""
    X, init = draw(15, 120, 2, 6)
    found = read(candidate.kmeans(X, 6, init=init, max_iter=rounds), 6, 2, 120)
    far = squared(X, found[0])
    assert (far.argmin(axis=1) == found[1]).all(), "a label is not that of the nearest centroid"
    assert abs(found[2] - far.min(axis=1).sum()) < 1e-6 * found[2], "not the centroids' inertia"


@pytest.mark.hint("Where rows are taken in blocks, each block goes with its own labels.")
def test_random_many_rows(candidate, reference):
    """Five thousand rows"""
    X = np.random.default_rng(17).normal(size=(5000, 2))
    found = items(candidate.kmeans(X, 3, init=X[:3], max_iter=2), 3)
    expected = reference.kmeans(X, 3, init=X[:3], max_iter=2)
    assert found[1] == expected[1]
    assert found[2] == close(expected[2])


@pytest.mark.points(2)
@pytest.mark.hint("Without init: the best of ten k-means++ starts, by inertia (rule 6).")
def test_random_starts(candidate, reference, blobs):
    """Ten starts find the best of eight clusters, nearly always"""
    good = 0
    for seed in HARD_BLOBS:
        X, centres = blobs(seed)
        best = min(reference.kmeans(X, 8, init=centres)[2], reference.kmeans(X, 8, seed=99)[2])
        good += read(candidate.kmeans(X, 8, seed=seed), 8, 2, 48)[2] <= 1.05 * best
    assert good >= 10, f"ten starts by k-means++ found the clusters in only {good} of 12 data sets"


@pytest.mark.points(2)
@pytest.mark.hint("The first start is any row, and a far row is likely, not certain: chance is in proportion to "
                  "the squared distance (rule 6). A row far from all others must not always be a start.")
def test_random_start_beside_an_outlier(candidate):
    """Two clusters, and a row far from both"""
    rng = np.random.default_rng(5)
    X = np.concatenate([[40.0], rng.normal(0, 0.5, 200), rng.normal(10, 0.5, 200)])[:, None]
    right = np.concatenate([[True], X[1:, 0] > 5])
    best = sum(((X[side] - X[side].mean()) ** 2).sum() for side in (right, ~right))
    for seed in range(6):
        _, _, inertia = read(candidate.kmeans(X, 2, seed=seed), 2, 1, 401)
        assert inertia <= best * 1.000001, (
            f"inertia {inertia:.6g} with seed {seed}, where ten starts find {best:.6g}"
        )


@pytest.mark.points(2)
@pytest.mark.hint("In proportion to the squared distance (rule 6): by the distance itself, rows near a start are "
                  "chosen too often, and some of many clusters gets none.")
@pytest.mark.limits(cpu_s=8)
def test_random_many_small_clusters(candidate):
    """Thirty small clusters"""
    rng = np.random.default_rng(6)
    centres = np.array([[x, y] for x in range(6) for y in range(5)], dtype=float)
    X = (centres[:, None] + rng.normal(0, 0.025, (30, 6, 2))).reshape(-1, 2)
    for seed in range(6):
        _, labels, _ = read(candidate.kmeans(X, 30, seed=seed), 30, 2, 180)
        assert len(set(labels[::6].tolist())) == 30, (
            f"with seed {seed} two of the clusters share a centroid, though there are ten starts"
        )


# ---------------------------------------------------------------- relations that must hold

halves = st.integers(-40, 40).map(lambda v: v / 8)
rows = st.lists(st.tuples(halves, halves), min_size=3, max_size=10, unique=True)


@pytest.mark.points(2)
@pytest.mark.hint(
    "At the end each centroid is the mean of its rows, and each label the nearest centroid's."
)
@settings(max_examples=15)
@given(points=rows, k=st.integers(1, 3), seed=st.integers(0, 9))
def test_relation_fixed_point(candidate, points, k, seed):
    """A finished run does not change by another round"""
    X = np.array(points)
    centroids, labels, inertia = read(candidate.kmeans(X, k, seed=seed), k, 2, len(X))
    far = squared(X, centroids)
    own = far[np.arange(len(X)), labels]
    assert (own <= far.min(axis=1) + 1e-9).all(), "a row is nearer to another centroid"
    for j in set(labels.tolist()):
        mean = X[labels == j].mean(axis=0)
        assert np.allclose(centroids[j], mean), "a centroid is not the mean of its rows"
    assert abs(inertia - own.sum()) < 1e-6 * (1 + own.sum()), "not the sum of squared distances"


@pytest.mark.hint("Stretching and moving everything by powers of two changes no label.")
def test_relation_moved_and_stretched(candidate, draw):
    """Twice as large and moved by 8: the same labels"""
    X, init = draw(6, 40, 3, 4)
    near = read(candidate.kmeans(X, 4, init=init, max_iter=3), 4, 3, 40)
    far = items(candidate.kmeans(2 * X + 8, 4, init=2 * init + 8, max_iter=3), 3)
    assert far[1] == near[1]
    assert far[0] == close(2 * near[0] + 8)
    assert far[2] == close(4 * near[2])


@pytest.mark.hint("The order of the rows means nothing to the centroids.")
def test_relation_order_of_rows(candidate, draw):
    """Turning the rows round turns the labels round"""
    X, init = draw(7, 40, 2, 3)
    near = read(candidate.kmeans(X, 3, init=init), 3, 2, 40)
    back = items(candidate.kmeans(X[::-1].copy(), 3, init=init), 3)
    assert back[0] == close(near[0])
    assert back[1] == near[1][::-1]


@pytest.mark.hint("Centroid j is the one that started as init[j]: do not sort them.")
def test_relation_order_of_centroids(candidate, draw):
    """Turning init round renames the labels"""
    X, init = draw(8, 40, 2, 3)
    near = read(candidate.kmeans(X, 3, init=init), 3, 2, 40)
    back = items(candidate.kmeans(X, 3, init=init[::-1].copy()), 3)
    assert back[0] == close(near[0][::-1])
    assert back[1] == 2 - near[1]


@pytest.mark.hint("Another round never makes the inertia larger.")
def test_relation_more_rounds(candidate, draw):
    """Inertia does not grow from round to round"""
    X, init = draw(15, 120, 2, 6)
    found = [
        read(candidate.kmeans(X, 6, init=init, max_iter=m), 6, 2, 120)[2] for m in (1, 2, 3, 5, 100)
    ]
    assert all(b <= a + 1e-9 for a, b in zip(found, found[1:])), "inertia grew with another round"
    assert found[-1] < found[0], "more rounds did not lower the inertia"


@pytest.mark.points(2)
@pytest.mark.hint(
    "All chance comes from seed: no global generator, no state kept between calls (rule 7)."
)
def test_relation_same_seed(candidate, draw):
    """The same seed gives the same result, whatever was called before"""
    X, _ = draw(9, 60, 2, 1)
    first = read(candidate.kmeans(X, 7, seed=5, max_iter=1), 7, 2, 60)
    candidate.kmeans(X, 4, seed=8, max_iter=1)
    again = items(candidate.kmeans(X, 7, seed=5, max_iter=1), 3)
    for value, before in zip(again, first):
        assert value == close(before)


@pytest.mark.hint("Another seed draws other starts (rule 7).")
def test_relation_other_seed(candidate, draw):
    """Another seed gives other starts"""
    X, _ = draw(10, 80, 2, 1)
    found = {
        round(read(candidate.kmeans(X, 7, seed=s, max_iter=1), 7, 2, 80)[2], 9) for s in range(4)
    }
    assert len(found) > 1, "four seeds gave one and the same result"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "Between equally near centroids the lowest index wins, also when it is listed to the right (rule 1)."
)
def test_edge_ties(candidate):
    """Rows equally far from several centroids"""
    X = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0], [-4.0, 0.0], [0.0, -4.0]])
    init = np.array([[4.0, 0.0], [-4.0, 0.0], [0.0, 4.0], [0.0, -4.0]])
    found = items(candidate.kmeans(X, 4, init=init, max_iter=1), 3)
    assert found[1] == [0, 0, 2, 1, 3]
    turned = items(candidate.kmeans(X, 4, init=init[::-1].copy(), max_iter=1), 3)
    assert turned[1] == [0, 3, 1, 2, 0]


@pytest.mark.hint("Equal centroids: the first of them gets all the rows (rules 1 and 3).")
def test_edge_equal_centroids(candidate):
    """Two equal centroids to start with"""
    X, init = np.array([[0.0], [2.0], [10.0]]), np.array([[1.0], [1.0], [12.0]])
    found = items(candidate.kmeans(X, 3, init=init), 3)
    assert found[1] == [0, 0, 2]
    assert found[0] == close([[1.0], [1.0], [10.0]])


@pytest.mark.points(2)
@pytest.mark.hint(
    "A centroid that no row is nearest to stays: not 0, not nan, not moved to a row (rule 3)."
)
def test_edge_empty_cluster(candidate):
    """A cluster without rows keeps its centroid"""
    X = np.array([[1.0, 1.0], [2.0, 1.0], [8.0, 8.0], [9.0, 9.5]])
    init = np.array([[1.0, 2.0], [100.0, -50.0], [9.0, 8.0]])
    found = items(candidate.kmeans(X, 3, init=init), 3)
    assert found[0] == close([[1.5, 1.0], [100.0, -50.0], [8.5, 8.75]])
    assert found[1] == [0, 0, 2, 2]


@pytest.mark.hint(
    "A cluster can lose its last row in a later round; it stays where it was then (rule 3)."
)
def test_edge_emptied_later(candidate, reference):
    """A cluster that loses its rows on the way"""
    X = np.array([[0.0], [1.0], [6.0], [6.5], [7.0], [2.0], [5.0]])
    init = np.array([[-3.0], [1.9], [4.4], [30.0]])
    X = np.vstack([X, [[16.0]], [[9.0]]])
    expected = reference.kmeans(X, 4, init=init)
    found = items(candidate.kmeans(X, 4, init=init), 3)
    assert found[0] == close(expected[0])
    assert found[1] == expected[1]


@pytest.mark.hint("Centroids are floats, also when X and init are integers (rule 8).")
def test_edge_integers(candidate):
    """Integer rows and centroids"""
    X = np.array([[1, 2], [2, 2], [2, 3], [9, 9], [9, 10]])
    found = items(candidate.kmeans(X, 2, init=np.array([[1, 2], [9, 9]])), 3)
    assert found[0] == close([[5 / 3, 7 / 3], [9.0, 9.5]])
    assert found[2] == close(4 / 3 + 0.5)


@pytest.mark.hint(
    "Bytes, as pixels have, wrap around when they are subtracted or squared: convert first (rule 8)."
)
def test_edge_bytes(candidate):
    """Rows of unsigned bytes"""
    X = np.array([[250, 3], [240, 7], [10, 200], [0, 220]], dtype=np.uint8)
    found = items(candidate.kmeans(X, 2, init=np.array([[255, 0], [0, 255]], dtype=np.uint8)), 3)
    assert found[0] == close([[245.0, 5.0], [5.0, 210.0]])
    assert found[2] == close(308.0)


@pytest.mark.hint(
    "Clusters may need many rounds: go on until no label changes, max_iter is 100 if not given."
)
def test_edge_many_rounds(candidate, reference):
    """A run of many rounds"""
    X, init = np.arange(200.0)[:, None] ** 1.5, np.array([[0.0], [1.0], [3.0]])
    found = items(candidate.kmeans(X, 3, init=init), 3)
    assert found[0] == close(reference.kmeans(X, 3, init=init)[0])


@pytest.mark.hint("max_iter is 100 if not given: neither fewer rounds nor more.")
@pytest.mark.limits(cpu_s=8)
def test_edge_default_rounds(candidate, reference):
    """A run that is not at its end after a hundred rounds"""
    X = np.sort(np.random.default_rng(6).uniform(0, 100, 550).round(2))[:, None]
    init = X[:11] + 0.001
    found = items(candidate.kmeans(X, 11, init=init), 3)
    assert found[0] == close(reference.kmeans(X, 11, init=init, max_iter=100)[0])


@pytest.mark.hint("The seed is 0 if not given.")
def test_edge_default_seed(candidate, draw):
    """The seed that is not given"""
    X, _ = draw(12, 60, 2, 1)
    first = items(candidate.kmeans(X, 7, max_iter=1), 3)
    assert first[0] == close(array(items(candidate.kmeans(X, 7, seed=0, max_iter=1), 3)[0]))


@pytest.mark.hint("k = 1: the mean of all rows, and their squared distances to it.")
def test_edge_one_cluster(candidate):
    """One cluster"""
    X = np.array([[0.0, 1.0], [2.0, 5.0], [4.0, 0.0]])
    found = items(candidate.kmeans(X, 1, seed=3), 3)
    assert found[0] == close([[2.0, 2.0]])
    assert found[1] == [0, 0, 0]
    assert found[2] == close(22.0)


@pytest.mark.hint(
    "As many clusters as different rows: k-means++ never chooses a row twice, so the inertia is 0."
)
def test_edge_k_equals_n(candidate):
    """As many clusters as rows"""
    X = np.array([[0.0, 1.0], [0.1, 1.0], [9.0, 9.0], [-5.0, 2.0], [7.0, -3.0], [7.0, -3.5]])
    centroids, labels, inertia = read(candidate.kmeans(X, 6, seed=1), 6, 2, 6)
    assert np.allclose(sorted(centroids.tolist()), sorted(X.tolist())), "every row is a centroid"
    assert len(set(labels.tolist())) == 6, "two different rows share a label"
    assert abs(inertia) < 1e-12, "with k = n the inertia is 0"


@pytest.mark.hint(
    "All distances can be 0 before k starts are chosen: then any row will do (rule 6)."
)
def test_edge_equal_rows(candidate):
    """More clusters than different rows"""
    X = np.array([[1.0, 2.0]] * 5 + [[4.0, 6.0]])
    centroids, labels, inertia = read(candidate.kmeans(X, 4, seed=2), 4, 2, 6)
    assert abs(inertia) < 1e-12, "every row can have a centroid of its own"
    assert len(set(labels[:5].tolist())) == 1, "equal rows have different labels"
    assert labels[5] != labels[0], "different rows share a label though the inertia is 0"


@pytest.mark.hint("A single row is enough.")
def test_edge_one_row(candidate):
    """A single row"""
    found = items(candidate.kmeans(np.array([[3.0, -2.0]]), 1), 3)
    assert found[0] == close([[3.0, -2.0]])
    assert found[1] == [0]
    assert found[2] == close(0.0)


@pytest.mark.hint("k below 1 or above n must raise ValueError, with and without init (rule 9).")
@pytest.mark.parametrize("k", [0, -2, 4])
def test_edge_bad_k(candidate, k):
    """k below 1 or above n is an error"""
    X = np.array([[1.0], [2.0], [4.0]])
    with pytest.raises(ValueError):
        candidate.kmeans(X, k)
    with pytest.raises(ValueError):
        candidate.kmeans(X, k, init=np.ones((max(k, 0), 1)))


@pytest.mark.hint("max_iter below 1 must raise ValueError, with and without init (rule 9).")
@pytest.mark.parametrize("rounds", [0, -1])
def test_edge_bad_max_iter(candidate, rounds):
    """max_iter below 1 is an error"""
    X = np.array([[1.0], [2.0], [4.0]])
    with pytest.raises(ValueError):
        candidate.kmeans(X, 2, max_iter=rounds)
    with pytest.raises(ValueError):
        candidate.kmeans(X, 2, init=np.array([[1.0], [2.0]]), max_iter=rounds)


@pytest.mark.points(2)
@pytest.mark.hint("It stays where it is, which need not be where it began (rule 3).")
def test_edge_empty_after_it_moved(candidate):
    """A centroid that moves, and then loses all its rows"""
    X = np.array([[10.0], [5.0], [6.0], [4.0], [5.0]])
    found = items(candidate.kmeans(X, 3, init=np.array([[12.0], [9.0], [3.0]])), 3)
    assert found[0] == close([[10.0], [8.0], [5.0]])
    assert found[1] == [0, 2, 2, 2, 2]
    assert found[2] == close(2.0)


@pytest.mark.hint("Floats of 32 bits keep seven digits: convert before anything is subtracted.")
def test_edge_single_precision(candidate, reference):
    """Rows in single precision, far from 0"""
    X = np.array([[100000.1], [100000.2], [100000.4], [100005.0]], dtype=np.float32)
    init = np.array([[100000.0], [100005.0]])
    found = items(candidate.kmeans(X, 2, init=init), 3)
    assert found[2] == close(reference.kmeans(X.astype(float), 2, init=init)[2])


@pytest.mark.points(2)
@pytest.mark.hint("A run ends when no label changes: not when centroids, or the inertia, hardly move (rule 2).")
def test_edge_small_moves(candidate):
    """Moves that are small beside the size of the data, or small altogether"""
    X, init = np.array([[0.0], [1.0], [9.0], [10.0], [90_000.0], [110_000.0]]), np.array([[0.0], [1.0], [100_000.0]])
    found = items(candidate.kmeans(X, 3, init=init), 3)
    assert found[0] == close([[0.5], [9.5], [100_000.0]])
    found = items(candidate.kmeans(np.array([[0.0], [1e-5], [3e-5]]), 2, init=np.array([[0.0], [3e-5]])), 3)
    assert found[1] == [0, 0, 1]
    assert found[2] == close(5e-11, atol=0)


@pytest.mark.hint("Nearer is nearer, by however little: only equal distances go to the lowest index (rule 1).")
def test_edge_small_differences(candidate):
    """Rows a ten-millionth apart"""
    X, init = np.array([[0.0], [1e-7], [3e-7], [9e-7]]), np.array([[0.0], [1e-7]])
    assert items(candidate.kmeans(X, 2, init=init), 3)[1] == [0, 0, 0, 1]


@pytest.mark.hint("Labels are indices of centroids, and there may be hundreds: choose a type that holds them.")
def test_edge_hundreds_of_clusters(candidate):
    """As many clusters as there are rows, three hundred"""
    X = np.arange(300.0)[:, None]
    found = items(candidate.kmeans(X, 300, init=X), 3)
    assert found[0] == close(X)
    assert found[1] == list(range(300))


@pytest.mark.hint("Integer rows: whatever starts from them, the centroids have fractions (rule 8).")
def test_edge_integers_without_init(candidate):
    """Integer rows, no starting centroids"""
    for kind in ("int64", "uint8", "int8"):
        found = items(candidate.kmeans(np.array([[0], [1], [3], [100]], dtype=kind), 2), 3)
        assert sorted(v[0] for v in array(found[0], (2, 1)).tolist()) == pytest.approx([4 / 3, 100.0])
        assert found[2] == close(14 / 3)


@pytest.mark.points(2)
@pytest.mark.hint("One label of a thousand that changes is a change (rule 2).")
def test_edge_one_label_of_a_thousand(candidate):
    """A thousand rows, of which one changes its label"""
    X, init = np.array([0.0] * 1001 + [4.0, 7.0, 8.0])[:, None], np.array([[0.0], [9.0]])
    found = items(candidate.kmeans(X, 2, init=init), 3)
    assert found[2] == close(26 / 3)


@pytest.mark.hint("init is the caller's: move a copy of it. X must be as it was, too (rule 10).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, init = draw(11, 30, 2, 3)
    candidate.kmeans(X, 3, init=init)
    candidate.kmeans(X, 3)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
