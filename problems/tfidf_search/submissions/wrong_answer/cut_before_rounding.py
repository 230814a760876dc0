"""The k best by scores that are not rounded yet."""

import heapq
import math
from collections import Counter, defaultdict


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k")
    post = defaultdict(list)
    n = len(docs)
    tfs = []
    for i, d in enumerate(docs):
        tf = Counter(d.lower().split())
        tfs.append(tf)
        for w, c in tf.items():
            post[w].append((i, c))
    idf = {w: math.log((1 + n) / (1 + len(p))) + 1 for w, p in post.items()}
    q = {w: c * idf[w] for w, c in Counter(query.lower().split()).items() if w in idf}
    qn = math.sqrt(sum(v * v for v in q.values()))
    acc = defaultdict(float)
    for w, qw in q.items():
        for i, c in post[w]:
            acc[i] += c * idf[w] * qw
    res = []
    for i, dot in acc.items():
        dn = math.sqrt(sum((c * idf[w]) ** 2 for w, c in tfs[i].items()))
        res.append((dot / (dn * qn), i))
    top = heapq.nlargest(k, res, key=lambda p: p[0])
    return sorted(top, key=lambda p: (-round(p[0], 9), p[1]))
