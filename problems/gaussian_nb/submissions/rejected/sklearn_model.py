"""Lets a library do it."""

from sklearn.naive_bayes import GaussianNB


def gaussian_nb(X, y, Q):
    model = GaussianNB().fit(X, y)
    return model.predict(Q), model.predict_joint_log_proba(Q)
