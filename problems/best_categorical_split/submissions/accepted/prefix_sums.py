"""Plain Python: categories in the order of their means, sums carried along."""


def best_categorical_split(cats, y):
    n = len(cats)
    if n != len(y):
        raise ValueError("lists of different lengths")
    if len(set(cats)) < 2:
        raise ValueError("fewer than two categories")
    centre = sum(y) / n  # sums of squares lose nothing when they are small
    sums, counts = {}, {}
    whole = 0.0
    for category, value in zip(cats, y):
        value -= centre
        whole += value * value
        sums[category] = sums.get(category, 0.0) + value
        counts[category] = counts.get(category, 0) + 1
    order = sorted(sums, key=lambda c: sums[c] / counts[c])
    total = sum(sums.values())
    left_sum, left_count = 0.0, 0
    gain, best = -1.0, 0
    for cut, category in enumerate(order[:-1], start=1):
        left_sum += sums[category]
        left_count += counts[category]
        right_sum = total - left_sum
        found = left_sum * left_sum / left_count + right_sum * right_sum / (n - left_count)
        if found > gain:
            gain, best = found, cut
    return set(order[:best]), max(0.0, whole - gain)
