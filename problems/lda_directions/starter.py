import numpy as np


def lda_directions(X: np.ndarray, y: np.ndarray, k: int) -> np.ndarray:
    """The k best discriminant directions as unit columns; see prompt.md for order and signs."""
    raise NotImplementedError
