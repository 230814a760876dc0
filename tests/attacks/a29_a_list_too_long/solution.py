"""A text of 4 MB, and a list of two million texts; the limit is 1 MB."""


def knn_predict(train_X, train_y, queries, k):
    return "x" * (4 << 20) if k == 1 else [""] * 2_000_000
