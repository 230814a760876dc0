def item_item_topn(
    ratings: list[tuple[int, int, float]], n: int
) -> dict[int, list[tuple[float, int]]]:
    """For each item its n nearest by cosine, as (cosine, item); see prompt.md for ties."""
    raise NotImplementedError
