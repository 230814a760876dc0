"""Plain Python: counts that rows leave on one side to join the other, labels as they are."""

import random
from collections import Counter


def random_forest(X, y, X_test, n_trees, max_depth, max_features, seed):
    rows = [[float(v) for v in row] for row in X]
    labels = [int(v) for v in y]
    n = len(rows)
    if n == 0 or n != len(labels):
        raise ValueError("no rows, or X and y differ in length")
    if n_trees < 1 or max_features < 1 or max_features > len(rows[0]):
        raise ValueError("n_trees or max_features out of range")
    rng = random.Random(seed)
    trees, out_of_bag = [], []
    for _ in range(n_trees):
        sample = [rng.randrange(n) for _ in range(n)]
        trees.append(node(rows, labels, sample, max_depth, max_features, rng))
        out_of_bag.append(sorted(set(range(n)) - set(sample)))
    answers = []
    for row in X_test:
        answers.append(majority([walk(tree, row) for tree in trees]))
    return answers, out_of_bag


def majority(labels):
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], label))


def node(rows, labels, sample, depth, max_features, rng):
    own = [labels[i] for i in sample]
    if depth == 0 or len(set(own)) == 1:
        return majority(own)
    best = None
    for j in rng.sample(range(len(rows[0])), max_features):
        order = sorted(sample, key=lambda i: rows[i][j])
        left, right = Counter(), Counter(own)
        left_squares, right_squares = 0, sum(c * c for c in right.values())
        for place in range(1, len(order)):
            label = labels[order[place - 1]]
            left_squares += 2 * left[label] + 1
            right_squares -= 2 * right[label] - 1
            left[label] += 1
            right[label] -= 1
            a, b = rows[order[place - 1]][j], rows[order[place]][j]
            if a < b:
                purity = left_squares / place + right_squares / (len(order) - place)
                if best is None or purity > best[0]:
                    best = (purity, j, (a + b) / 2)
    if best is None:
        return majority(own)
    _, j, threshold = best
    sides = [i for i in sample if rows[i][j] <= threshold], [
        i for i in sample if rows[i][j] > threshold
    ]
    return [j, threshold, *(node(rows, labels, s, depth - 1, max_features, rng) for s in sides)]


def walk(tree, row):
    while isinstance(tree, list):
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    return tree
