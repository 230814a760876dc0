import numpy as np


def minibatch_sgd(
    X: np.ndarray, y: np.ndarray, lr: float, epochs: int, batch: int, seed: int
) -> np.ndarray:
    """Weights of a linear regression after some epochs of minibatch descent; see prompt.md."""
    raise NotImplementedError
