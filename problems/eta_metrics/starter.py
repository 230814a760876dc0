def eta_metrics(y: list[float], pred: list[float], q: float = 0.9) -> dict[str, float]:
    """The measures "mae", "rmse", "mape" and "pinball" of estimated times; see prompt.md."""
    raise NotImplementedError
