"""Plain Python: df in one pass over sets of words; only documents that match are counted in full."""

from collections import Counter
from math import log, sqrt


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    wanted = Counter(query.lower().split())
    df = Counter()
    matches = []
    for index, doc in enumerate(docs):
        words = set(doc.lower().split())
        df.update(words)
        if not wanted.keys().isdisjoint(words):
            matches.append(index)
    n = len(docs)
    squares, idfs = {}, {}
    for count in set(df.values()):
        idfs[count] = log((1 + n) / (1 + count)) + 1
        squares[count] = idfs[count] ** 2
    q = {word: tf * idfs[df[word]] for word, tf in wanted.items() if word in df}
    q_length = sqrt(sum(weight**2 for weight in q.values()))
    found = []
    for index in matches:
        counts = Counter(docs[index].lower().split())
        product = sum(counts[word] * idfs[df[word]] * weight for word, weight in q.items() if word in counts)
        length = sqrt(sum(tf * tf * squares[df[word]] for word, tf in counts.items()))
        score = product / (length * q_length)
        found.append((-round(score, 9), index, score))
    found.sort()
    return [(score, index) for _, index, score in found[:k]]
