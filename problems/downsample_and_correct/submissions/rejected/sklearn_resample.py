"""Lets a library draw the rows."""

from sklearn.utils import resample


def downsample(y, w, seed):
    negatives = [i for i, label in enumerate(y) if label == 0]
    some = resample(negatives, replace=False, n_samples=int(w * len(negatives)), random_state=seed)
    return sorted(some + [i for i, label in enumerate(y) if label == 1])


def correct(p, w):
    return [x / (x + (1 - x) / w) for x in p]
