"""Waits for an exact fixed point that the last digit never reaches."""


def target_encode_oof(cats, y, fold, m=0.0):
    numbers = [float(v) for v in y]
    while True:
        mean = sum(numbers) / max(1, len(numbers))
        following = [0.9 * v + 0.1 * mean + 1e-3 for v in numbers]
        if following == numbers and following:
            return following
        numbers = following
