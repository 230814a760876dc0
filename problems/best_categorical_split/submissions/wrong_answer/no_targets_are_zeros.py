"""Without targets it takes zeros."""


def error(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values)


def best_categorical_split(cats, y):
    y = y or [0.0] * len(cats)
    if len(cats) != len(y):
        raise ValueError("lists of different lengths")
    groups = {}
    for category, value in zip(cats, y):
        groups.setdefault(category, []).append(value)
    if len(groups) < 2:
        raise ValueError("fewer than two categories")
    order = sorted(groups, key=lambda c: sum(groups[c]) / len(groups[c]))
    best, least = None, float("inf")
    for cut in range(1, len(order)):
        left = [v for c in order[:cut] for v in groups[c]]
        right = [v for c in order[cut:] for v in groups[c]]
        found = error(left) + error(right)
        if found < least:
            best, least = cut, found
    return set(order[:best]), least
