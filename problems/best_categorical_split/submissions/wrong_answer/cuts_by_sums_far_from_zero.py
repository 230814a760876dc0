"""The gain of a cut from sums of targets as they are: far from 0 its digits are lost."""

def best_categorical_split(cats, y):
    if len(cats) != len(y) or len(set(cats)) < 2:
        raise ValueError
    m = 0.0
    groups = {}
    for c, v in zip(cats, y):
        groups.setdefault(c, []).append(v - m)
    order = sorted(groups, key=lambda c: sum(groups[c]) / len(groups[c]))
    n = [len(groups[c]) for c in order]
    s = [sum(groups[c]) for c in order]
    total_n, total_s = sum(n), sum(s)
    best = None
    ln = ls = 0
    for i in range(len(order) - 1):
        ln += n[i]
        ls += s[i]
        gain = ls * ls / ln + (total_s - ls) ** 2 / (total_n - ln)
        if best is None or gain > best[0]:
            best = (gain, i)
    left = set(order[: best[1] + 1])

    def err(side):
        vals = [v for c in side for v in groups[c]]
        mean = sum(vals) / len(vals)
        return sum((v - mean) ** 2 for v in vals)

    return left, err(left) + err(set(order) - left)
