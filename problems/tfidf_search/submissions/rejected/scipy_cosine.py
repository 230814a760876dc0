"""Lets a library compute the angle."""

from collections import Counter
from math import log

from scipy.spatial.distance import cosine


def tfidf_search(docs, query, k):
    counts = [Counter(doc.lower().split()) for doc in docs]
    df = Counter(word for count in counts for word in count)
    idf = {word: log((1 + len(docs)) / (1 + df[word])) + 1 for word in df}
    asked = Counter(query.lower().split())
    vectors = [[count[word] * idf[word] for word in idf] for count in [*counts, asked]]
    found = [(1 - cosine(vector, vectors[-1]), i) for i, vector in enumerate(vectors[:-1])]
    return sorted(found, key=lambda pair: (-round(pair[0], 9), pair[1]))[:k]
