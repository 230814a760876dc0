"""Decompresses two gigabytes of zeros from two megabytes."""

import zlib


def knn_predict(train_X, train_y, queries, k):
    tool = zlib.compressobj(9, wbits=-15)
    block = tool.compress(bytes(1 << 20)) + tool.flush(zlib.Z_FULL_FLUSH)
    return [len(zlib.decompress(block * 2000, wbits=-15))]
