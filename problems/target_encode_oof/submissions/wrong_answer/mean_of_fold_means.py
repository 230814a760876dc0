"""The mean of the other folds' means, not of their rows."""


def target_encode_oof(cats, y, fold, m=0.0):
    n = len(cats)
    if len(y) != n or len(fold) != n or m < 0:
        raise ValueError
    if n and len(set(fold)) < 2:
        raise ValueError
    out = []
    for i in range(n):
        others = [j for j in range(n) if fold[j] != fold[i]]
        prior = sum(y[j] for j in others) / len(others)
        means, count = [], 0
        for f in sorted(set(fold) - {fold[i]}):
            own = [y[j] for j in others if fold[j] == f and cats[j] == cats[i]]
            count += len(own)
            if own:
                means.append(sum(own) / len(own))
        if count:
            out.append((count * sum(means) / len(means) + m * prior) / (count + m))
        else:
            out.append(prior)
    return out
