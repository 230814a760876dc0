"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close, items

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Set up the equations of rule 2 for one user by hand and compare.")
@pytest.mark.parametrize("reg", [0.1, 1.0, 20.0])
def test_random_one_iteration(candidate, reference, draw, run, reg):
    """One iteration on random ratings"""
    problem = draw(3, 12, 9, 3, 50)
    assert run(candidate, problem, reg, 1) == close(run(reference, problem, reg, 1))


@pytest.mark.points(2)
@pytest.mark.hint("Exactly n_iters iterations, each with the V of the one before (rule 1).")
@pytest.mark.parametrize("n_iters", [2, 3, 7])
def test_random_iterations(candidate, reference, draw, run, n_iters):
    """Several iterations on random ratings"""
    problem = draw(20 + n_iters, 10, 14, 2, 60)
    assert run(candidate, problem, 0.5, n_iters) == close(run(reference, problem, 0.5, n_iters))


@pytest.mark.hint("There is no early stop: all iterations are made, however little they change (rule 1).")
def test_random_many_iterations(candidate, reference, draw, run):
    """A hundred and fifty iterations"""
    problem = draw(43, 8, 8, 1, 30)
    assert run(candidate, problem, 0.1, 150) == close(run(reference, problem, 0.1, 150))


@pytest.mark.hint("Vectors may be longer than a user has ratings: reg keeps the equations solvable.")
def test_random_long_vectors(candidate, reference, draw, run):
    """Vectors longer than the ratings of most users"""
    problem = draw(4, 15, 15, 6, 45)
    assert run(candidate, problem, 0.3, 2) == close(run(reference, problem, 0.3, 2))


@pytest.mark.hint("Where many users are set at once, in blocks or by sums, each goes with its own ratings.")
def test_random_many_ratings(candidate, reference, draw, run):
    """Nine thousand ratings"""
    problem = draw(44, 400, 150, 2, 9000)
    assert run(candidate, problem, 0.5, 2) == close(run(reference, problem, 0.5, 2))


@pytest.mark.points(2)
@pytest.mark.hint("Try a user with no rating, a rating of 0, a single item.")
@settings(max_examples=25)
@given(data=st.data(), n_users=st.integers(1, 4), n_items=st.integers(1, 4), k=st.integers(1, 3))
def test_random_small(candidate, reference, data, n_users, n_items, k):
    """Any small set of ratings"""
    pairs = data.draw(st.lists(st.tuples(st.integers(0, n_users - 1), st.integers(0, n_items - 1)),
                               unique=True))
    values = data.draw(st.lists(st.integers(-3, 5), min_size=len(pairs), max_size=len(pairs)))
    ratings = [(u, i, float(r)) for (u, i), r in zip(pairs, values, strict=True)]
    V0 = np.array([[(i * 5 + j * 3) % 7 - 2.5 for j in range(k)] for i in range(n_items)])
    args = ratings, n_users, n_items, k, 0.75, 2, V0
    assert candidate.als_factorize(*args) == close(reference.als_factorize(*args))


# ---------------------------------------------------------------- relations that must hold


def objective(ratings, U, V, reg):
    return sum((r - U[u] @ V[i]) ** 2 for u, i, r in ratings) + reg * ((U**2).sum() + (V**2).sum())


@pytest.mark.hint("Each half step is at a minimum of J, so J never rises from one iteration to the next.")
def test_relation_objective_falls(candidate, draw, run):
    """The objective never rises"""
    problem = draw(8, 12, 10, 2, 55)
    found = [objective(problem[0], *run(candidate, problem, 0.4, n), 0.4) for n in (1, 2, 3, 5, 9)]
    for before, after in zip(found, found[1:], strict=False):
        assert after <= before * (1 + 1e-9), "J is larger after more iterations"


@pytest.mark.points(2)
@pytest.mark.hint("After the last half step the gradient of J in each item is 0: sum over its ratings, and "
                  "reg once.")
def test_relation_items_at_their_minimum(candidate, draw, run):
    """The items are at their minimum"""
    problem = draw(9, 11, 8, 3, 40)
    U, V = run(candidate, problem, 0.8, 3)
    gradient = 0.8 * V
    for u, i, r in problem[0]:
        gradient[i] -= (r - U[u] @ V[i]) * U[u]
    assert np.abs(gradient).max() < 1e-6, "the gradient of J in the items is not 0"


@pytest.mark.hint("The order of the ratings does not matter.")
def test_relation_order(candidate, draw, run):
    """The ratings in another order"""
    problem = draw(10, 9, 9, 2, 40)
    turned = (problem[0][::-1], *problem[1:])
    by_item = (sorted(problem[0], key=lambda r: r[1]), *problem[1:])
    expected = run(candidate, problem, 0.5, 2)
    assert run(candidate, turned, 0.5, 2) == close(expected)
    assert run(candidate, by_item, 0.5, 2) == close(expected)


@pytest.mark.hint("Users with other numbers get the same vectors.")
def test_relation_renumbered(candidate, draw, run):
    """Users renumbered"""
    ratings, n_users, *rest = draw(11, 10, 7, 2, 35)
    U, V = run(candidate, (ratings, n_users, *rest), 0.5, 3)
    turned = [(n_users - 1 - u, i, r) for u, i, r in ratings]
    U2, V2 = run(candidate, (turned, n_users, *rest), 0.5, 3)
    assert U2[::-1] == pytest.approx(U, rel=1e-6, abs=1e-9), "users with other numbers got other vectors"
    assert V2 == pytest.approx(V, rel=1e-6, abs=1e-9), "renumbering the users changed the items"


@pytest.mark.hint("V0 turned by an orthogonal matrix gives the same predictions.")
def test_relation_rotated(candidate, draw, run):
    """The start turned"""
    ratings, n_users, n_items, k, V0 = draw(12, 9, 8, 2, 35)
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    U, V = run(candidate, (ratings, n_users, n_items, k, V0), 0.6, 2)
    U2, V2 = run(candidate, (ratings, n_users, n_items, k, V0 @ turn), 0.6, 2)
    assert U2 @ V2.T == pytest.approx(U @ V.T, rel=1e-6, abs=1e-8), "predictions depend on the axes"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("Who has no ratings gets a vector of zeros: not NaN, not the row of V0 (rule 4).")
def test_edge_without_ratings(candidate):
    """Users and items without ratings, at both ends"""
    ratings = [(1, 2, 3.0), (3, 2, -1.0), (3, 1, 2.0)]
    V0 = np.array([[9.0, 9], [1, 2], [2, -1], [7, 7]])
    U, V = items(candidate.als_factorize(ratings, 5, 4, 2, 0.5, 3, V0), 2)
    U, V = array(U, (5, 2)), array(V, (4, 2))
    assert not U[[0, 2, 4]].any(), "a user without ratings has a vector that is not zero"
    assert not V[[0, 3]].any(), "an item without ratings has a vector that is not zero"
    assert U[[1, 3]].any(axis=1).all() and V[[1, 2]].any(axis=1).all(), "a rated one has only zeros"


@pytest.mark.hint("No ratings at all: zeros for everybody (rule 6).")
def test_edge_no_ratings(candidate):
    """No ratings at all"""
    answer = candidate.als_factorize([], 2, 3, 2, 1.0, 1, np.ones((3, 2)))
    assert answer == close((np.zeros((2, 2)), np.zeros((3, 2))))


@pytest.mark.points(2)
@pytest.mark.hint("A rating of 0 counts as a rating (rule 5).")
def test_edge_rating_of_zero(candidate, reference):
    """Ratings of 0"""
    ratings = [(0, 0, 0.0), (0, 1, 4.0), (1, 0, 2), (1, 1, 0)]
    args = ratings, 2, 2, 2, 0.5, 2, np.array([[1.0, 0.5], [0.25, -1.0]])
    assert candidate.als_factorize(*args) == close(reference.als_factorize(*args))


@pytest.mark.hint("Ratings may all be negative, and far from 0; they are not centred (rule 5).")
@pytest.mark.parametrize("shift", [-100.0, 100.0])
def test_edge_shifted_ratings(candidate, reference, draw, run, shift):
    """Ratings far from 0"""
    ratings, *rest = draw(13, 6, 6, 2, 22)
    problem = ([(u, i, r + shift) for u, i, r in ratings], *rest)
    assert run(candidate, problem, 2.0, 2) == close(run(reference, problem, 2.0, 2))


@pytest.mark.hint("Integers as ratings and in V0: the vectors are floats all the same.")
def test_edge_integers(candidate, reference):
    """Integer ratings and an integer V0"""
    ratings = [(0, 0, 3), (0, 1, 1), (1, 1, 5), (2, 0, 2), (2, 2, 4)]
    V0 = np.array([[1, 0], [0, 2], [1, 1]])
    args = ratings, 3, 3, 2, 1, 2, V0
    assert candidate.als_factorize(*args) == close(reference.als_factorize(*args))


@pytest.mark.hint("Products of small integers wrap around: make V0 floats before anything is multiplied.")
def test_edge_small_integers(candidate, reference):
    """A V0 of bytes"""
    ratings = [(0, 0, 3.0), (0, 1, 5.0), (1, 1, 2.0), (1, 2, 4.0), (2, 0, 1.0)]
    V0 = np.array([[100, -3], [90, 70], [-80, 50]], dtype=np.int8)
    args = ratings, 3, 3, 2, 0.5, 2
    expected = reference.als_factorize(*args, V0.astype(float))
    assert candidate.als_factorize(*args, V0) == close(expected)


@pytest.mark.hint("U belongs to the users and comes first: shapes (n_users, k) and (n_items, k).")
@pytest.mark.parametrize(("n_users", "n_items"), [(7, 2), (2, 7)])
def test_edge_shapes(candidate, draw, run, reference, n_users, n_items):
    """Many more users than items, and the other way round"""
    problem = draw(14, n_users, n_items, 3, 12)
    assert run(candidate, problem, 1.5, 2) == close(run(reference, problem, 1.5, 2))


@pytest.mark.hint("One rating each, one number per vector.")
def test_edge_a_start_of_zeros(candidate):
    """A start of zeros stays at zeros"""
    answer = candidate.als_factorize([(0, 0, 4.0), (1, 0, 1.0)], 2, 1, 2, 0.1, 3, np.zeros((1, 2)))
    assert answer == close((np.zeros((2, 2)), np.zeros((1, 2))))


@pytest.mark.hint("A tiny reg is valid, and added as it is.")
def test_edge_small_reg(candidate, reference, draw, run):
    """A small penalty"""
    problem = draw(15, 8, 6, 2, 44)
    assert run(candidate, problem, 0.001, 2) == close(run(reference, problem, 0.001, 2))


@pytest.mark.points(2)
@pytest.mark.hint("A table with a cell for each pair does not fit into memory (rule 7).")
def test_edge_many_users_and_items(candidate, reference):
    """Thirty thousand users and items, forty ratings"""
    rng = np.random.default_rng(1)
    n = 30_000
    users, things = rng.choice(n, 40, replace=False).tolist(), rng.choice(n, 20, replace=False).tolist()
    ratings = [(u, things[j % 20], float(j % 5)) for j, u in enumerate(users)]
    args = ratings, n, n, 1, 0.5, 1, np.ones((n, 1))
    assert candidate.als_factorize(*args) == close(reference.als_factorize(*args))


@pytest.mark.hint("reg of 0 or less must raise ValueError (rule 6).")
@pytest.mark.parametrize("reg", [0, -0.5])
def test_edge_bad_reg(candidate, reg):
    """A penalty of 0 or less is an error"""
    with pytest.raises(ValueError):
        candidate.als_factorize([(0, 0, 1.0)], 1, 1, 1, reg, 1, np.ones((1, 1)))


@pytest.mark.hint("n_iters below 1 must raise ValueError (rule 6).")
@pytest.mark.parametrize("n_iters", [0, -1])
def test_edge_no_iterations(candidate, n_iters):
    """Less than one iteration is an error"""
    with pytest.raises(ValueError):
        candidate.als_factorize([(0, 0, 1.0)], 1, 1, 1, 1.0, n_iters, np.ones((1, 1)))


@pytest.mark.hint("A pair that is rated twice must raise ValueError, whatever its ratings (rule 6).")
def test_edge_rated_twice(candidate):
    """A pair rated twice is an error"""
    for again in (1.0, 5.0):
        ratings = [(0, 1, 1.0), (1, 0, 2.0), (0, 0, 3.0), (0, 1, again)]
        with pytest.raises(ValueError):
            candidate.als_factorize(ratings, 2, 2, 1, 1.0, 1, np.ones((2, 1)))


@pytest.mark.hint("(0, 1) and (1, 0) are two pairs; a user may rate many items, an item have many users.")
def test_edge_not_rated_twice(candidate, reference):
    """Pairs that are not the same"""
    ratings = [(0, 1, 1.0), (1, 0, 1.0), (0, 0, 1.0), (1, 1, 1.0), (0, 10, 1.0), (1, 11, 2.0), (11, 0, 1.0)]
    args = ratings, 12, 12, 1, 1.0, 1, np.ones((12, 1))
    assert candidate.als_factorize(*args) == close(reference.als_factorize(*args))


@pytest.mark.points(2)
@pytest.mark.hint("Users and items outside their range must raise ValueError: -1 is not the last (rule 6).")
@pytest.mark.parametrize("pair", [(-1, 0), (0, -1), (2, 0), (0, 3)])
def test_edge_outside_the_range(candidate, pair):
    """A user or an item outside its range is an error"""
    with pytest.raises(ValueError):
        candidate.als_factorize([(0, 0, 1.0), (*pair, 2.0)], 2, 3, 1, 1.0, 1, np.ones((3, 1)))


@pytest.mark.hint("V0 of another shape than (n_items, k) must raise ValueError (rule 6).")
@pytest.mark.parametrize("shape", [(2, 2), (4, 2), (3, 1), (3, 3), (2, 3)])
def test_edge_shape_of_the_start(candidate, shape):
    """A start of another shape is an error"""
    with pytest.raises(ValueError):
        candidate.als_factorize([(0, 0, 1.0), (1, 1, 2.0)], 2, 3, 2, 1.0, 1, np.ones(shape))


@pytest.mark.hint("V0 is looked at before anything is computed, also if nobody rated anything (rule 6).")
@pytest.mark.parametrize("shape", [(2, 3), (6, 1), (3, 3)])
def test_edge_shape_of_the_start_without_ratings(candidate, shape):
    """A start of another shape is an error without ratings too"""
    with pytest.raises(ValueError):
        candidate.als_factorize([], 2, 3, 2, 1.0, 1, np.ones(shape))


@pytest.mark.hint("The arguments, V0 above all, must be as they were (rule 9).")
def test_edge_arguments_unchanged(candidate, draw, run):
    """The arguments are not changed"""
    run(candidate, draw(16, 5, 5, 2, 15), 0.5, 2)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
