"""Raises ValueError for whatever it is given."""


def ndcg_at_k(rel, scores, k):
    raise ValueError("no")
