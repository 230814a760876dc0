def second_price_auction(
    bids: list[float], ctr: list[float], slots: int
) -> list[tuple[int, float]]:
    """Who gets each slot and the price per click; see prompt.md for ties and the last price."""
    raise NotImplementedError
