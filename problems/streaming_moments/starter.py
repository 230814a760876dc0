class StreamingMoments:
    """Mean and variance of all numbers so far, in constant memory; see prompt.md."""

    def __init__(self):
        raise NotImplementedError

    def push(self, x: float) -> None:
        """One more number."""
        raise NotImplementedError

    def merge(self, other: "StreamingMoments") -> None:
        """All the numbers of `other` too; `other` stays as it is."""
        raise NotImplementedError

    def mean(self) -> float:
        """The mean of all numbers so far."""
        raise NotImplementedError

    def var(self) -> float:
        """Their variance, divided by their number."""
        raise NotImplementedError
