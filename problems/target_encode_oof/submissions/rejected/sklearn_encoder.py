"""Lets a library do it."""

from sklearn.preprocessing import TargetEncoder


def target_encode_oof(cats, y, fold, m=0.0):
    return TargetEncoder(smooth=m).fit_transform([[c] for c in cats], y).ravel()
