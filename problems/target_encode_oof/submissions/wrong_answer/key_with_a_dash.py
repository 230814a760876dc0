"""A key of category, dash and fold, which is another's too."""

from collections import defaultdict


def target_encode_oof(cats, y, fold, m=0.0):
    if not (len(cats) == len(y) == len(fold)):
        raise ValueError("lengths")
    if m < 0:
        raise ValueError("m")
    if len(cats) == 0:
        return []
    if len(set(fold)) < 2:
        raise ValueError("folds")
    tot_s, tot_n = float(sum(y)), len(y)
    fs, fn = defaultdict(float), defaultdict(int)
    cs, cn = defaultdict(float), defaultdict(int)
    ks, kn = defaultdict(float), defaultdict(int)
    for c, v, f in zip(cats, y, fold):
        key = f"{c}-{f}"
        fs[f] += v; fn[f] += 1
        cs[c] += v; cn[c] += 1
        ks[key] += v; kn[key] += 1
    out = []
    for c, f in zip(cats, fold):
        key = f"{c}-{f}"
        prior = (tot_s - fs[f]) / (tot_n - fn[f])
        S = cs[c] - ks[key]
        N = cn[c] - kn[key]
        if N == 0:
            out.append(prior)
        else:
            out.append((S + m * prior) / (N + m))
    return out
