"""The examples of the prompt."""

import pytest


@pytest.mark.hint(
    "Full lengths below, common users above; every rated item has a key (rules 1, 5)."
)
def test_four_items(candidate, rounded):
    """The first example: four items"""
    ratings = [(1, 10, 3), (1, 20, 4), (2, 10, 4), (2, 30, 5), (3, 30, 12), (4, 40, 1)]
    expected = {
        10: [(0.6, 20), (0.307692, 30)], 20: [(0.6, 10)], 30: [(0.307692, 10)], 40: [],
    }  # fmt: skip
    assert candidate.item_item_topn(ratings, 2) == rounded(expected)


@pytest.mark.hint("Negative cosines count, and ties go to the smaller item (rules 3 and 4).")
def test_one_user(candidate, rounded):
    """The second example: one user, and a tie"""
    expected = {3: [(1.0, 5)], 5: [(1.0, 3)], 4: [(-1.0, 3)]}
    assert candidate.item_item_topn([(7, 3, 1), (7, 5, 2), (7, 4, -1)], 1) == rounded(expected)


@pytest.mark.hint("Order by the rounded cosines: equal to six decimals is a tie (rule 4).")
def test_tie_by_rounding(candidate, rounded):
    """The third example: a tie by rounding, and a pair rated twice"""
    ratings = [(1, 10, 10000), (2, 10, 1), (1, 20, 1), (1, 15, 2)]
    assert candidate.item_item_topn(ratings, 2)[20] == rounded([(1.0, 10), (1.0, 15)])
    with pytest.raises(ValueError):
        candidate.item_item_topn([(1, 10, 3), (1, 10, 4)], 2)
