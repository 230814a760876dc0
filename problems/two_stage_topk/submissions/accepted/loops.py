"""Plain Python: dot products by loops, two sorts."""


def two_stage_topk(u, V, n_candidates, w, b, k):
    if k < 0 or n_candidates < 0:
        raise ValueError("negative")
    d = V.shape[1]
    if len(u) != d or len(w) != d:
        raise ValueError("lengths differ")
    rows, u, w = V.tolist(), u.tolist(), w.tolist()
    first = [sum(x * y for x, y in zip(row, u)) for row in rows]
    candidates = sorted(range(len(rows)), key=lambda i: (-first[i], i))[:n_candidates]
    second = {i: sum(x * y for x, y in zip(rows[i], w)) for i in candidates}  # b and σ keep the order
    return sorted(candidates, key=lambda i: (-second[i], i))[:k]
