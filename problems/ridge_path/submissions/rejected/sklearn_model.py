"""Lets a library do it."""

from sklearn.linear_model import Ridge


def ridge_path(X, y, lams):
    models = [Ridge(alpha=lam).fit(X, y) for lam in lams]
    return [m.coef_ for m in models], [m.intercept_ for m in models]
