"""Lets a library do it."""

from sklearn import metrics


def eta_metrics(y, pred, q=0.9):
    return {
        "mae": metrics.mean_absolute_error(y, pred),
        "rmse": metrics.mean_squared_error(y, pred) ** 0.5,
        "mape": metrics.mean_absolute_percentage_error(y, pred),
        "pinball": metrics.mean_pinball_loss(y, pred, alpha=q),
    }
