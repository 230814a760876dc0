"""A column for each of a million words that there could be, found by their hash."""

import zlib

import numpy as np


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    tf = np.zeros((len(docs) + 40, 4_000_003))
    tf += 0.0
    for row, doc in enumerate(docs):
        for word in doc.lower().split():
            tf[row, zlib.crc32(word.encode()) % tf.shape[1]] += 1
    q = np.zeros(tf.shape[1])
    for word in query.lower().split():
        q[zlib.crc32(word.encode()) % tf.shape[1]] += 1
    idf = np.log((1 + len(docs)) / (1 + (tf > 0).sum(axis=0))) + 1
    tf, q = tf * idf, q * idf
    scores = tf @ q / np.linalg.norm(tf, axis=1) / np.linalg.norm(q)
    return [(scores[i], i) for i in np.argsort(-scores, kind="stable")[:k] if scores[i] > 0]
