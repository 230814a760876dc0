def glove_cooccurrence(tokens: list[str], window: int) -> dict[tuple[str, str], float]:
    """How much two words occur near each other, by 1 / distance; see prompt.md."""
    raise NotImplementedError
