"""casefold() in place of lower()."""

import math
from collections import Counter

def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError
    N = len(docs)
    tfs = [Counter(d.casefold().split()) for d in docs]
    df = Counter(w for tf in tfs for w in tf)
    idf = {w: math.log((1 + N) / (1 + df[w])) + 1 for w in df}
    q = {w: c * idf[w] for w, c in Counter(query.casefold().split()).items() if w in idf}
    nq = math.sqrt(sum(v * v for v in q.values()))
    out = []
    for i, tf in enumerate(tfs):
        dot = sum(tf[w] * idf[w] * v for w, v in q.items() if w in tf)
        if dot == 0:
            continue
        nd = math.sqrt(sum((c * idf[w]) ** 2 for w, c in tf.items()))
        out.append((dot / (nd * nq), i))
    out.sort(key=lambda s: (-round(s[0], 9), s[1]))
    return out[:k]
