def ucb1_select(counts: list[int], sums: list[float], t: int) -> int:
    """The arm that UCB1 tries next; see prompt.md."""
    raise NotImplementedError


def epsilon_greedy_run(
    probs: list[float], eps: float, T: int, seed: int
) -> tuple[int, list[int]]:
    """The number of rewards, and how often each arm was chosen, in T rounds."""
    raise NotImplementedError
