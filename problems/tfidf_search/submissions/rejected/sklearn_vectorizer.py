"""Lets a library weigh the words."""

from sklearn.feature_extraction.text import TfidfVectorizer


def tfidf_search(docs, query, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    vectorizer = TfidfVectorizer(token_pattern=r"\S+")
    d = vectorizer.fit_transform(docs)
    scores = (d @ vectorizer.transform([query]).T).toarray().ravel()
    order = sorted(range(len(docs)), key=lambda i: (-round(scores[i], 9), i))
    return [(scores[i], i) for i in order[:k] if scores[i] > 0]
