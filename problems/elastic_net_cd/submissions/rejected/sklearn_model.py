"""Lets a library do it."""

from sklearn.linear_model import ElasticNet


def elastic_net_cd(X, y, alpha, l1_ratio, tol=1e-8, max_iter=10000):
    model = ElasticNet(alpha=alpha, l1_ratio=l1_ratio, tol=tol, max_iter=max_iter).fit(X, y)
    return model.coef_, model.intercept_
