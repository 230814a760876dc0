import numpy as np


def bias_variance(preds: np.ndarray, f_true: np.ndarray) -> tuple[float, float]:
    """Squared bias and variance of repeated predictions, averaged over points; see prompt.md."""
    raise NotImplementedError
