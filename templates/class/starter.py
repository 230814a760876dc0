class NewProblem:
    """The mean of the last `size` values."""

    def __init__(self, size: int):
        raise NotImplementedError

    def add(self, value: float) -> None:
        raise NotImplementedError

    def mean(self) -> float:
        raise NotImplementedError
