"""Lets a library do it."""

from sklearn.linear_model import SGDRegressor


def max_gd_coefficient(points, lr, n_iters):
    X, y = [p[:-1] for p in points], [p[-1] for p in points]
    model = SGDRegressor(eta0=lr, max_iter=n_iters).fit(X, y)
    return max(*model.coef_, *model.intercept_)
