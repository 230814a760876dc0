def ndcg_at_k(rel: list[int], scores: list[float], k: int) -> float:
    """NDCG of the first k places, with gain 2^rel - 1; see prompt.md for ties and errors."""
    raise NotImplementedError
