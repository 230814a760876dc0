def best_categorical_split(cats: list[str], y: list[float]) -> tuple[set[str], float]:
    """The categories on the side with the smaller mean, and the error; see prompt.md."""
    raise NotImplementedError
