def bootstrap_ci(x: list[float], n_boot: int, level: float, seed: int) -> tuple[float, float]:
    """The percentile interval of the mean of x; see prompt.md for the quantiles."""
    raise NotImplementedError
