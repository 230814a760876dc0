"""Reads one byte in every 2 MB of a terabyte: no memory of its own, but tables."""

import mmap


def knn_predict(train_X, train_y, queries, k):
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000  # no reserve
    space = mmap.mmap(-1, 1 << 40, flags=flags, prot=mmap.PROT_READ)
    return [sum(space[place] for place in range(0, 1 << 40, 2 << 20))]
