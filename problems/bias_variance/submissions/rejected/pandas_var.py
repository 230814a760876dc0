"""Lets a library compute the variances."""

import pandas as pd


def bias_variance(preds, f_true):
    frame = pd.DataFrame(preds)
    return float(((frame.mean() - f_true) ** 2).mean()), float(frame.var(ddof=0).mean())
