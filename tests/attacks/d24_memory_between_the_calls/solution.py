"""After a reply a thread touches 180 MB; the next call finds them there and touches 110 MB more."""

import threading, time


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


HELD, THREADS = [], []


def later():
    time.sleep(0.002)
    HELD.append(bytearray(b"x") * (180 << 20))


def knn_predict(train_X, train_y, queries, k):
    if len(train_X) == 50:
        if not THREADS:
            THREADS.append(threading.Thread(target=later))
            THREADS[0].start()
        else:
            THREADS[0].join()
            HELD.append(bytearray(b"y") * (110 << 20))
    return right(train_X, train_y, queries, k)
