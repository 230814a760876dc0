import numpy as np


def knn_impute(X: np.ndarray, k: int) -> np.ndarray:
    """X with its gaps filled by the means of the k nearest donors; see prompt.md."""
    raise NotImplementedError
