"""Words without a letter or digit are dropped."""

import heapq
import math
import re
from collections import Counter


def words(text):
    return [w for w in text.lower().split() if any(c.isalnum() for c in w)]


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be positive")
    N = len(docs)
    tfs = [Counter(words(d)) for d in docs]
    df = Counter(w for tf in tfs for w in tf)
    idf = {w: math.log((1 + N) / (1 + c)) + 1 for w, c in df.items()}
    qtf = Counter(words(query))
    q = {w: c * idf[w] for w, c in qtf.items() if w in idf}
    if not q:
        return []
    qn = math.sqrt(sum(v * v for v in q.values()))
    res = []
    for i, tf in enumerate(tfs):
        dot = sum(tf[w] * idf[w] * v for w, v in q.items() if w in tf)
        if dot <= 0:
            continue
        dn = math.sqrt(sum((c * idf[w]) ** 2 for w, c in tf.items()))
        res.append((dot / (dn * qn), i))
    res.sort(key=lambda p: (-round(p[0], 9), p[1]))
    return res[:k]
