def tfidf_search(docs: list[str], query: str, k: int) -> list[tuple[float, int]]:
    """The k best (score, index of the document), by the cosine of TF-IDF weights; see prompt.md."""
    raise NotImplementedError
