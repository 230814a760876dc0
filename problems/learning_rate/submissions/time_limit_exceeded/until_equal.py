"""Iterates until two rounds agree to the last bit, which they never do."""


def max_stable_learning_rate(points):
    value, step = 0.0, 1.0
    while value != step:
        value, step = step, value + 0.5
    return value
