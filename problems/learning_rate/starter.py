def max_stable_learning_rate(points: list[tuple[float, ...]]) -> float:
    """The learning rate above which gradient descent on these points diverges."""
    raise NotImplementedError
