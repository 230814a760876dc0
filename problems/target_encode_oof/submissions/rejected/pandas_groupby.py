"""Lets a library group the rows."""

import pandas as pd


def target_encode_oof(cats, y, fold, m=0.0):
    frame = pd.DataFrame({"c": cats, "y": y, "f": fold})
    whole = frame.groupby("c").y.transform("sum")
    own = frame.groupby(["c", "f"]).y.transform("sum")
    return (whole - own).to_numpy()
