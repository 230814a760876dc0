import numpy as np


def logistic_regression_gd(
    X: np.ndarray, y: np.ndarray, lr: float, n_iters: int, l2: float = 0.0
) -> tuple[np.ndarray, float, float]:
    """Weights, intercept and loss after n_iters steps of gradient descent; see prompt.md."""
    raise NotImplementedError
