"""Plain Python, a list of distances for each row."""

import random


def kmeans(X, k, init=None, seed=0, max_iter=100):
    points = [[float(v) for v in row] for row in X]
    if k < 1 or k > len(points) or max_iter < 1:
        raise ValueError("k must be between 1 and n, max_iter at least 1")
    if init is not None:
        return lloyd(points, [[float(v) for v in row] for row in init], max_iter)
    rng = random.Random(seed)
    best = None
    for _ in range(10):
        run = lloyd(points, plus_plus(points, k, rng), max_iter)
        if best is None or run[2] < best[2]:
            best = run
    return best


def distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))


def nearest(point, centroids):
    best, best_distance = 0, distance(point, centroids[0])
    for index in range(1, len(centroids)):
        d = distance(point, centroids[index])
        if d < best_distance:
            best, best_distance = index, d
    return best


def plus_plus(points, k, rng):
    chosen = [rng.choice(points)]
    far = [distance(p, chosen[0]) for p in points]
    while len(chosen) < k:
        if sum(far) > 0:
            chosen.append(rng.choices(points, weights=far)[0])
        else:
            chosen.append(rng.choice(points))
        far = [min(f, distance(p, chosen[-1])) for f, p in zip(far, points)]
    return [list(c) for c in chosen]


def lloyd(points, centroids, max_iter):
    labels = [nearest(p, centroids) for p in points]
    for _ in range(max_iter):
        for index in range(len(centroids)):
            own = [p for p, label in zip(points, labels) if label == index]
            if own:
                centroids[index] = [sum(column) / len(own) for column in zip(*own)]
        before, labels = labels, [nearest(p, centroids) for p in points]
        if labels == before:
            break
    inertia = sum(distance(p, centroids[label]) for p, label in zip(points, labels))
    return centroids, labels, inertia
