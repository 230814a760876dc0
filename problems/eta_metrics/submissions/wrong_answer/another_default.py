"""The default of q is 0.5."""

from math import sqrt


def eta_metrics(y, pred, q=0.5):
    if len(y) != len(pred) or len(y) == 0:
        raise ValueError("no rows, or lists of different lengths")
    n = len(y)
    absolute = squares = shares = pinball = 0.0
    counted = 0
    for true, guess in zip(y, pred):
        e = true - guess
        absolute += abs(e)
        squares += e * e
        pinball += max(q * e, (q - 1) * e)
        if true != 0:
            shares += abs(e) / abs(true)
            counted += 1
    if counted == 0:
        raise ValueError("every true value is 0")
    return {
        "mae": absolute / n,
        "rmse": sqrt(squares / n),
        "mape": shares / counted,
        "pinball": pinball / n,
    }
