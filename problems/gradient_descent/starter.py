def max_gd_coefficient(points: list[tuple[float, ...]], lr: float, n_iters: int) -> float:
    """The largest coefficient after n_iters steps of gradient descent from zero."""
    raise NotImplementedError
