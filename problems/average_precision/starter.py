def average_precision(y: list[int], scores: list[float]) -> float:
    """The mean precision over the recall, threshold by threshold; see prompt.md."""
    raise NotImplementedError
