"""Lets a library do it."""

from sklearn.metrics import ndcg_score


def ndcg_at_k(rel, scores, k):
    return ndcg_score([[2**r - 1 for r in rel]], [scores], k=k)
