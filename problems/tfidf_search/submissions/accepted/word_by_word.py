"""Plain Python, by the formulas: df of a word by a look into every document."""

import math


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    texts = [doc.lower().split() for doc in docs]
    sets = [set(text) for text in texts]
    vocabulary = set().union(*sets)
    idf = {}
    for word in vocabulary:
        df = sum(1 for words in sets if word in words)
        idf[word] = math.log((1 + len(docs)) / (1 + df)) + 1

    def weights(text):
        return {word: text.count(word) * idf[word] for word in set(text) if word in vocabulary}

    def length(vector):
        return math.sqrt(math.fsum(value**2 for value in vector.values()))

    q = weights(query.lower().split())
    found = []
    for index, text in enumerate(texts):
        d = weights(text)
        product = math.fsum(d[word] * q[word] for word in d.keys() & q.keys())
        if product > 0:
            found.append((product / length(d) / length(q), index))
    return sorted(found, key=lambda pair: (-round(pair[0], 9), pair[1]))[:k]
