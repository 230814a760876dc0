"""Never comes back from its own calls."""


def max_stable_learning_rate(points):
    return max_stable_learning_rate(points[:])
