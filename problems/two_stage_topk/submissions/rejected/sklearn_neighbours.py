"""Lets a library find the candidates."""

from sklearn.neighbors import NearestNeighbors


def two_stage_topk(u, V, n_candidates, w, b, k):
    found = NearestNeighbors(n_neighbors=n_candidates).fit(V).kneighbors([u])[1][0]
    return sorted(found, key=lambda i: (-(V[i] @ w), i))[:k]
