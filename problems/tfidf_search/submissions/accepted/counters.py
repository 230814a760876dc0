"""Plain Python: a Counter for each document, sparse vectors as dicts."""

from collections import Counter
from math import log, sqrt


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    counts = [Counter(doc.lower().split()) for doc in docs]
    df = Counter(word for count in counts for word in count)
    idf = {word: log((1 + len(docs)) / (1 + df[word])) + 1 for word in df}
    wanted = Counter(word for word in query.lower().split() if word in df)
    q = {word: tf * idf[word] for word, tf in wanted.items()}
    q_length = sqrt(sum(weight * weight for weight in q.values()))
    found = []
    for index, count in enumerate(counts):
        product = sum(weight * count[word] * idf[word] for word, weight in q.items())
        if product > 0:
            length = sqrt(sum((tf * idf[word]) ** 2 for word, tf in count.items()))
            found.append((product / (length * q_length), index))
    found.sort(key=lambda pair: (-round(pair[0], 9), pair[1]))
    return found[:k]
