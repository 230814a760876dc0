def accuracy_vs_baseline(y: list[int], pred: list[int]) -> tuple[float, float, float, float]:
    """(accuracy, majority rate, balanced accuracy, kappa); see prompt.md."""
    raise NotImplementedError
