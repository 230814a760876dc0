def cost_threshold(
    y: list[int], scores: list[float], cost_fp: float, cost_fn: float
) -> tuple[float, float]:
    """The threshold of the least cost, and that cost; see prompt.md for ties."""
    raise NotImplementedError
