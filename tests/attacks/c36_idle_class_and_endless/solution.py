"""Puts itself into the idle class, and does not end."""

import os


def knn_predict(train_X, train_y, queries, k):
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    while True:
        pass
