"""Divides by the spread of the features."""


def max_stable_learning_rate(points):
    mean = sum(p[0] for p in points) / len(points)
    return 2 / sum(abs(p[0] - mean) * 0 for p in points)
