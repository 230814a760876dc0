"""Makes a table for the longest texts that there could be, for each title."""

import numpy as np


def fuzzy_typeahead(query, titles, k, max_edits):
    found = []
    for title, popularity in titles:
        table = np.full((10_000, 10_000), 10_000)
        table[: len(query) + 1, 0] = np.arange(len(query) + 1)
        table[0, : len(title) + 1] = np.arange(len(title) + 1)
        for i, a in enumerate(query.lower(), 1):
            for j, b in enumerate(title.lower(), 1):
                table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b))
        found.append((table[len(query)].min(), -popularity, title))
    return [title for distance, _, title in sorted(found)[:k] if distance <= max_edits]
