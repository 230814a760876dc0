"""Leaves its answers in files, links, names and attributes, wherever it can."""

import os, tempfile

PLACES = [
    "/tmp/x",
    "/dev/shm/x",
    "/var/tmp/x",
    "/run/x",
    "/dev/mqueue/x",
    "/dev/x",
    "/grader/x",
    "x",
    "/proc/self/x",
    "/sys/fs/cgroup/x",
]


def knn_predict(train_X, train_y, queries, k):
    refused = None
    for place in PLACES:
        for action in (
            lambda: open(place, "w"),
            lambda: os.mkdir(place),
            lambda: os.symlink("a", place),
            lambda: os.mkfifo(place),
        ):
            try:
                action()
                return place
            except PermissionError as error:
                refused = error
            except OSError:
                pass  # there is no such folder, or it is read-only
    for action in (
        lambda: os.setxattr("/grader/worker.py", "user.x", b"1"),
        lambda: os.utime("/grader"),
    ):
        try:
            action()
            return "an attribute"
        except PermissionError as error:
            refused = error
    raise refused
