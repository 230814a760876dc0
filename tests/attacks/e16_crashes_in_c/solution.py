"""Crashes the process in native code: by a bad address, a broken heap, an illegal instruction."""

import ctypes, os, signal


def knn_predict(train_X, train_y, queries, k):
    libc = ctypes.CDLL(None)
    signal.signal(signal.SIGSEGV, signal.SIG_DFL)
    if k == 1:
        ctypes.string_at(8)
    if k == 2:
        libc.free(ctypes.c_void_p(0x1234))
    os.kill(os.getpid(), signal.SIGILL)
