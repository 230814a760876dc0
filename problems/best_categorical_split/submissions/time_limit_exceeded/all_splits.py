"""Plain Python: all splits, which is right for a few categories, and without end for more."""

from itertools import combinations


def error(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values)


def mean(values):
    return sum(values) / len(values)


def best_categorical_split(cats, y):
    if len(cats) != len(y):
        raise ValueError("lists of different lengths")
    first, *others = sorted(set(cats)) or [None]
    if not others:
        raise ValueError("fewer than two categories")
    best = None
    for size in range(len(others)):
        for more in combinations(others, size):
            side = {first, *more}
            inside = [v for c, v in zip(cats, y) if c in side]
            outside = [v for c, v in zip(cats, y) if c not in side]
            found = error(inside) + error(outside)
            if best is None or found < best[1]:
                best = (side if mean(inside) <= mean(outside) else set(cats) - side), found
    return best
