import numpy as np


def glove_loss_grad(
    W: np.ndarray,
    C: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    X: dict[tuple[int, int], float],
    x_max: float = 100.0,
    alpha: float = 0.75,
) -> tuple[float, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The loss and the gradients of W, C, b and c; see prompt.md."""
    raise NotImplementedError
