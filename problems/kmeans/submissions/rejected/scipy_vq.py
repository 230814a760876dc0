"""Lets a library do it, imported late."""


def kmeans(X, k, init=None, seed=0, max_iter=100):
    from scipy.cluster.vq import kmeans2

    centroids, labels = kmeans2(X, init if init is not None else k, iter=max_iter, seed=seed)
    return centroids, labels, float(((X - centroids[labels]) ** 2).sum())
