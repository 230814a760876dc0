class TypeAhead:
    """The k most popular titles that begin with a prefix; see prompt.md for ties."""

    def __init__(self, titles: list[tuple[str, float]], k: int):
        raise NotImplementedError

    def query(self, prefix: str) -> list[str]:
        raise NotImplementedError
