"""Two heaps."""

import heapq


def two_stage_topk(u, V, n_candidates, w, b, k):
    if k < 0 or n_candidates < 0 or len(u) != V.shape[1] or len(w) != V.shape[1]:
        raise ValueError

    def best(count, rows, scores):
        return [i for _, i in heapq.nsmallest(count, ((-float(s), i) for s, i in zip(scores, rows)))]

    candidates = best(n_candidates, range(len(V)), V @ u)
    return best(k, candidates, V[candidates] @ w + b) if candidates else []
