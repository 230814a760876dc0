def knn_predict(
    train_X: list[list[int]], train_y: list[int], queries: list[list[int]], k: int
) -> list[int]:
    """The label of each query by the majority of its k nearest rows; see prompt.md for ties."""
    raise NotImplementedError
