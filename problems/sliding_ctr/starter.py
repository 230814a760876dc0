class SlidingCTR:
    """Click-through rate of each item in the last `window` units of time; see prompt.md."""

    def __init__(self, window: float):
        raise NotImplementedError

    def add(self, t: float, item: int | str, clicked: bool) -> None:
        """`item` was shown at `t`, and clicked or not."""
        raise NotImplementedError

    def rate(self, t: float, item: int | str) -> float:
        """The share of clicks of `item` in the window that ends at `t`."""
        raise NotImplementedError


def replay(window: float, log: list[tuple]) -> list[float]:
    """The answers of the `(t, item)` entries of a log; `(t, item, clicked)` entries are added."""
    raise NotImplementedError
