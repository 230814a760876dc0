def ab_test(c1: int, n1: int, c2: int, n2: int) -> tuple[float, float]:
    """The z statistic of rate 2 against rate 1, and its two-sided p-value; see prompt.md."""
    raise NotImplementedError
