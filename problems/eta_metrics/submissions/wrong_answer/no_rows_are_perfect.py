"""No rows, on either side, have no error."""

from math import sqrt


def eta_metrics(y, pred, q=0.9):
    if not len(y) or not len(pred):
        return dict.fromkeys(("mae", "rmse", "mape", "pinball"), 0.0)
    if len(y) != len(pred):
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
