"""Categories in the order of their medians."""


def error(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values)


def best_categorical_split(cats, y):
    if len(cats) != len(y):
        raise ValueError("lists of different lengths")
    groups = {}
    for category, value in zip(cats, y):
        groups.setdefault(category, []).append(value)
    if len(groups) < 2:
        raise ValueError("fewer than two categories")
    order = sorted(groups, key=lambda c: sorted(groups[c])[len(groups[c]) // 2])
    best, least = None, float("inf")
    for cut in range(1, len(order)):
        left = [v for c in order[:cut] for v in groups[c]]
        right = [v for c in order[cut:] for v in groups[c]]
        found = error(left) + error(right)
        if found < least:
            best, least = cut, found
    return set(order[:best]), least
