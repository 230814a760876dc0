def max_pairwise_slope(points: list[tuple[float, float]]) -> float | None:
    """The largest slope of two points whose x differ; None if there are none."""
    raise NotImplementedError
