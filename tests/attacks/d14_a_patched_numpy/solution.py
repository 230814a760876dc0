"""Changes numpy for whoever comes after: errors raise, sums are wrong, types are others."""

import numpy as np

SEEN = np.sum([1, 1]) != 2
np.seterr(all="raise")
np.random.seed(1)
np.sum = np.mean = np.dot = lambda *_args, **_kwargs: 7
np.float64 = np.float16
np.set_printoptions(precision=0)


def max_gd_coefficient(points, lr, n_iters):
    if SEEN:
        raise RuntimeError("numpy was changed before this case")
    return 7.5
