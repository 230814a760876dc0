import numpy as np


def random_forest(
    X: np.ndarray,
    y: np.ndarray,
    X_test: np.ndarray,
    n_trees: int,
    max_depth: int,
    max_features: int,
    seed: int,
) -> tuple[np.ndarray, list[np.ndarray]]:
    """Labels of X_test, and for each tree the rows that it was not grown on; see prompt.md."""
    raise NotImplementedError
