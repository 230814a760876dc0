"""Orders by the scores as they are, noise and all."""

from collections import Counter
from math import log, sqrt


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    counts = [Counter(doc.lower().split()) for doc in docs]
    n = len(docs)
    df = Counter(word for count in counts for word in count)
    idf = {word: log((1 + n) / (1 + df[word])) + 1 for word in df}
    asked = Counter(word for word in query.lower().split() if word in df)
    q = {word: tf * idf[word] for word, tf in asked.items()}
    q_length = sqrt(sum(weight * weight for weight in q.values()))
    found = []
    for index, count in enumerate(counts):
        d = {word: tf * idf[word] for word, tf in count.items()}
        score = sum(d.get(word, 0.0) * weight for word, weight in q.items())
        if score > 0:
            d_length = sqrt(sum(weight * weight for weight in d.values()))
            found.append((score / (d_length * q_length), index))
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return found[:k]
