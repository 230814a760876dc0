"""Lets a library sort."""

from difflib import SequenceMatcher

import pandas as pd


def fuzzy_typeahead(query, titles, k, max_edits):
    frame = pd.DataFrame(titles, columns=["title", "popularity"])
    frame["near"] = [SequenceMatcher(None, query, title).ratio() for title in frame.title]
    return frame.sort_values(["near", "popularity"], ascending=False).title.head(k).tolist()
