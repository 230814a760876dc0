"""Lets a library find the split."""

from sklearn.tree import DecisionTreeClassifier


def best_split(X, y):
    tree = DecisionTreeClassifier(max_depth=1).fit(X, y).tree_
    if tree.feature[0] < 0:
        return None
    left, right = tree.n_node_samples[1:3] / len(X)
    impurity = left * tree.impurity[1] + right * tree.impurity[2]
    return int(tree.feature[0]), float(tree.threshold[0]), float(impurity)
