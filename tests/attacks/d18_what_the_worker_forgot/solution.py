"""Prints and returns a mark; a later case looks for it in the memory it has from the worker."""

import ctypes

TEXT = "?ti ees esac retal a seod ,skramkoob fo eniL"  # backwards: forwards only once it is printed


def inherited():
    with open("/proc/self/maps") as maps:
        rows = [line.split() for line in maps]
    for row in rows:
        start, end = (int(word, 16) for word in row[0].split("-"))
        if row[1].startswith("rw") and (len(row) < 6 or row[5] == "[heap]"):
            if TEXT.encode() in ctypes.string_at(start, end - start)[::-1]:
                return True
    return False


FOUND = inherited()


def knn_predict(train_X, train_y, queries, k):
    if FOUND:
        raise RuntimeError("an earlier case left a mark")
    print(TEXT[::-1] * 20)
    return [TEXT[::-1] * 20]
