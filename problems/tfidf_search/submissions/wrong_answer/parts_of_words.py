"""Counts a word inside longer words too."""

from collections import Counter
from math import log, sqrt


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    texts = [doc.lower() for doc in docs]
    vocabulary = sorted({word for text in texts for word in text.split()})
    idf = {
        word: log((1 + len(docs)) / (1 + sum(word in text for text in texts))) + 1
        for word in vocabulary
    }
    q = {w: tf * idf[w] for w, tf in Counter(query.lower().split()).items() if w in idf}
    q_length = sqrt(sum(weight**2 for weight in q.values()))
    found = []
    for index, text in enumerate(texts):
        d = {word: text.count(word) * idf[word] for word in vocabulary}
        score = sum(d[word] * weight for word, weight in q.items())
        if score > 0:
            found.append((score / sqrt(sum(v**2 for v in d.values())) / q_length, index))
    return sorted(found, key=lambda pair: (-round(pair[0], 9), pair[1]))[:k]
