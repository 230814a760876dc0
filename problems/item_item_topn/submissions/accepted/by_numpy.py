"""numpy: all pairs of all users' baskets at once, in chunks, and their sums by sorted keys."""

import numpy as np

CHUNK = 100_000


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not ratings:
        return {}
    users, items, values = zip(*ratings)
    _, users = np.unique(np.array(users), return_inverse=True)
    names, items = np.unique(np.array(items), return_inverse=True)
    values = np.array(values, dtype=float)
    count = len(names)
    order = np.lexsort((items, users))
    users, items, values = users[order], items[order], values[order]
    if ((users[1:] == users[:-1]) & (items[1:] == items[:-1])).any():
        raise ValueError("a user rated an item twice")
    lengths = np.sqrt(np.bincount(items, values**2, count))
    lengths[lengths == 0] = 1.0  # the product above is 0 then
    scaled = values / lengths[items]
    sizes = np.bincount(users)
    starts = np.cumsum(sizes) - sizes
    keys, sums = np.empty(0, dtype=np.int64), np.empty(0)
    repeats = sizes[users]  # each rating meets all of its user's
    ends = np.cumsum(repeats)
    low = 0
    while low < len(users):
        done = ends[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(ends, done + CHUNK, side="right")))
        first = np.repeat(np.arange(low, high), repeats[low:high])
        offset = np.arange(len(first)) - np.repeat(ends[low:high] - repeats[low:high] - done, repeats[low:high])
        second = starts[users[first]] + offset
        different = first != second
        first, second = first[different], second[different]
        keys = np.concatenate((keys, items[first] * count + items[second]))
        sums = np.concatenate((sums, scaled[first] * scaled[second]))
        keys, where = np.unique(keys, return_inverse=True)
        sums = np.bincount(where, sums, len(keys)) if len(keys) else np.empty(0)
        low = high
    a, b = keys // count, keys % count
    cosines = np.round(sums, 6) + 0.0
    order = np.lexsort((b, -cosines, a))
    a, b, cosines = a[order], b[order], cosines[order]
    edges = np.searchsorted(a, np.arange(count + 1))
    place = np.arange(len(a)) - edges[a]
    keep = place < n
    pairs = list(zip(cosines[keep].tolist(), names[b[keep]].tolist()))
    edges = np.concatenate(([0], np.cumsum(np.bincount(a[keep], minlength=count)))).tolist()
    return {name: pairs[edges[i] : edges[i + 1]] for i, name in enumerate(names.tolist())}
