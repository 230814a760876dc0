"""What stands in σ is rounded."""

import numpy as np

def two_stage_topk(u, V, n_candidates, w, b, k):
    n, d = V.shape
    if k < 0 or n_candidates < 0 or u.shape != (d,) or w.shape != (d,):
        raise ValueError
    cand = np.sort(np.argsort(-(V @ u), kind="stable")[:n_candidates])
    z = np.round(V[cand] @ w + b, 6)
    return cand[np.argsort(-z, kind="stable")][:k].tolist()
