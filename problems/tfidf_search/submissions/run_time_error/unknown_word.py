"""Looks a word up that no document has."""

from collections import Counter
from math import log, sqrt


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    counts = [Counter(doc.lower().split()) for doc in docs]
    df = Counter(word for count in counts for word in count)
    idf = {word: log((1 + len(docs)) / (1 + df[word])) + 1 for word in df}
    q = {word: tf * idf[word] for word, tf in Counter(query.lower().split()).items()}
    norm = sqrt(sum(v * v for v in q.values()))
    found = []
    for index, count in enumerate(counts):
        score = sum(count[word] * idf[word] * weight for word, weight in q.items())
        if score > 0:
            length = sqrt(sum((tf * idf[word]) ** 2 for word, tf in count.items()))
            found.append((score / length / norm, index))
    return sorted(found, key=lambda pair: (-round(pair[0], 9), pair[1]))[:k]
