import numpy as np


def gaussian_nb(X: np.ndarray, y: np.ndarray, Q: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Labels and joint log densities of the rows of Q; see prompt.md for the variances."""
    raise NotImplementedError
