def downsample(y: list[int], w: float, seed: int) -> list[int]:
    """The indices of all rows with label 1, and of a share w of the others; see prompt.md."""
    raise NotImplementedError


def correct(p: list[float], w: float) -> list[float]:
    """The probabilities as if nothing had been thrown away."""
    raise NotImplementedError
