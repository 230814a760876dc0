"""numpy, a row for each document and a column for each word: most of it zeros."""

import numpy as np


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    texts = [doc.lower().split() for doc in docs]
    column = {}
    for text in texts:
        for word in text:
            column.setdefault(word, len(column))
    if not column:
        return []
    tf = np.zeros((len(docs), len(column)))
    for row, text in enumerate(texts):
        np.add.at(tf[row], [column[word] for word in text], 1.0)
    q = np.zeros(len(column))
    for word in query.lower().split():
        if word in column:
            q[column[word]] += 1.0
    idf = np.log((1 + len(docs)) / (1 + (tf > 0).sum(axis=0))) + 1
    tf *= idf
    q *= idf
    if not q.any():
        return []
    lengths = np.sqrt(np.einsum("ij,ij->i", tf, tf))
    products = tf @ q
    rows = np.flatnonzero(products > 0)
    scores = products[rows] / lengths[rows] / np.sqrt(q @ q)
    order = np.lexsort((rows, -np.round(scores, 9)))[:k]
    return [(float(scores[i]), int(rows[i])) for i in order]
