"""Lets a library sort and make unique."""

import pandas as pd


def merge_feeds(feeds, k):
    frame = pd.DataFrame([post for feed in feeds for post in feed], columns=["score", "id"])
    frame = frame.sort_values(["score", "id"], ascending=[False, True])
    return frame.drop_duplicates("id").head(k)["id"].tolist()
