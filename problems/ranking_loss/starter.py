def ranking_loss(y_true: list[int], scores: list[float]) -> float:
    """The share of (relevant, irrelevant) pairs in the wrong order; see prompt.md for ties."""
    raise NotImplementedError
