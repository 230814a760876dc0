"""Scores as floats of 32 bits."""

import numpy as np

def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError("k")
    out, seen = [], set()
    if k == 0:
        return out
    flat = [t for f in feeds for t in f]
    s = np.array([t[0] for t in flat], dtype=np.float32); d = np.array([t[1] for t in flat], dtype=object)
    for i in sorted(range(len(flat)), key=lambda i: (-s[i], flat[i][1])):
        post = flat[i][1]
        if post in seen:
            continue
        seen.add(post)
        out.append(post)
        if len(out) == k:
            break
    return out
