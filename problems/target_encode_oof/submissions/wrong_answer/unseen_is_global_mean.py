"""A category that the other folds do not have gets the mean of all rows."""

from collections import defaultdict


def target_encode_oof(cats, y, fold, m=0.0):
    n = len(cats)
    if len(y) != n or len(fold) != n:
        raise ValueError("lists of different lengths")
    if m < 0:
        raise ValueError("m must not be negative")
    if n == 0:
        return []
    sums, counts = defaultdict(float), defaultdict(int)
    fold_sums, fold_counts = defaultdict(float), defaultdict(int)
    cell_sums, cell_counts = defaultdict(float), defaultdict(int)
    for c, t, f in zip(cats, y, fold):
        sums[c] += t
        counts[c] += 1
        fold_sums[f] += t
        fold_counts[f] += 1
        cell_sums[c, f] += t
        cell_counts[c, f] += 1
    if len(fold_counts) < 2:
        raise ValueError("fewer than two folds")
    everything = sum(fold_sums.values())
    prior = {f: (everything - fold_sums[f]) / (n - fold_counts[f]) for f in fold_counts}
    known = {}
    for c, f in cell_counts:
        rows = counts[c] - cell_counts[c, f]
        total = sums[c] - cell_sums[c, f]
        known[c, f] = (total + m * prior[f]) / (rows + m) if rows else everything / n
    return [known[cell] for cell in zip(cats, fold)]
