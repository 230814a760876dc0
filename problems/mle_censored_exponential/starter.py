def mle_censored_exponential(t: list[float], event: list[int]) -> tuple[float, float]:
    """Rate of largest likelihood, and the log-likelihood there; see prompt.md."""
    raise NotImplementedError
