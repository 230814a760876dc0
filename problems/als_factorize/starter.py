import numpy as np


def als_factorize(
    ratings: list[tuple[int, int, float]],
    n_users: int,
    n_items: int,
    k: int,
    reg: float,
    n_iters: int,
    V0: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Vectors of users and items after `n_iters` iterations from V0; see prompt.md."""
    raise NotImplementedError
