def fuzzy_typeahead(
    query: str, titles: list[tuple[str, float]], k: int, max_edits: int
) -> list[str]:
    """The k titles whose prefixes are nearest to the query; see prompt.md for the order."""
    raise NotImplementedError
