"""A hundred thousand mappings."""

import mmap


def knn_predict(train_X, train_y, queries, k):
    held = []
    while True:
        held.append(mmap.mmap(-1, 4096, prot=mmap.PROT_READ if len(held) % 2 else mmap.PROT_WRITE))
