"""What is very little below 0 is taken for 0."""

import math
import numpy as np


def log_loss(y, p, eps=1e-15):
    n = len(y)
    if n != len(p) or n == 0:
        raise ValueError("lengths")
    lab = list(y)
    if any(v != 0 and v != 1 for v in lab):
        raise ValueError("labels")
    if any(not (-1e-12 <= v <= 1) for v in p):
        raise ValueError("probabilities")
    costs = []
    for t, q in zip(lab, p):
        if q < eps:
            a, c = math.log(eps), math.log1p(-eps)
        elif 1 - q < eps:
            a, c = math.log1p(-eps), math.log(eps)
        else:
            a, c = math.log(q), math.log1p(-q)
        costs.append(a if t == 1 else c)
    return abs(math.fsum(costs)) / n
