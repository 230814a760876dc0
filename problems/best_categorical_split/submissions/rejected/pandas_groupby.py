"""Lets a library group the rows."""

import pandas as pd


def best_categorical_split(cats, y):
    means = pd.Series(y).groupby(cats).mean().sort_values()
    return set(means.index[:1]), 0.0
