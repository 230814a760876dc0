"""The layers of a problem's tests, by their names: random, relation and edge, and the visible.

What one layer misses another finds: random inputs miss ties, relations miss what is wrong on both
sides, hand-written cases miss what nobody thought of. So the names say which one a test is of.
"""

LAYERS = ("random", "relation", "edge")
"""A hidden test is called `test_edge_no_rows`."""
VISIBLE, OTHER = "visible", "other"
ALL = (*LAYERS, OTHER, VISIBLE)


def layer_of(name: str, *, hidden: bool) -> str:
    """The layer of the test called `name`."""
    if not hidden:
        return VISIBLE
    word = name.removeprefix("test_").partition("[")[0].partition("_")[0]
    return word if word in LAYERS else OTHER
