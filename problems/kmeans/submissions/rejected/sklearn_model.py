"""Lets a library do it."""

from sklearn.cluster import KMeans


def kmeans(X, k, init=None, seed=0, max_iter=100):
    model = KMeans(k, init="k-means++" if init is None else init, n_init=10, random_state=seed)
    model.fit(X)
    return model.cluster_centers_, model.labels_, model.inertia_
