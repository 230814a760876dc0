"""Looks up a category that the other folds do not have."""


def target_encode_oof(cats, y, fold, m=0.0):
    if not len(cats) == len(y) == len(fold) or m < 0 or (cats and len(set(fold)) < 2):
        raise ValueError
    out = []
    for c, f in zip(cats, fold):
        table, others = {}, []
        for d, t, g in zip(cats, y, fold):
            if g != f:
                table.setdefault(d, []).append(t)
                others.append(t)
        prior = sum(others) / len(others)
        out.append((sum(table[c]) + m * prior) / (len(table[c]) + m))
    return out
