"""Lets a library do it."""

import numpy as np
from sklearn.linear_model import LinearRegression


def learning_curve(X, y, X_val, y_val, fractions):
    errors = []
    for f in fractions:
        m = int(f * len(X))
        model = LinearRegression().fit(X[:m], y[:m])
        errors.append(np.sqrt(np.mean((y_val - model.predict(X_val)) ** 2)))
    return errors
