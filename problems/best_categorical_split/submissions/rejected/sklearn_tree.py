"""Lets a library split."""

from sklearn.tree import DecisionTreeRegressor


def best_categorical_split(cats, y):
    names = sorted(set(cats))
    X = [[c == name for name in names] for c in cats]
    tree = DecisionTreeRegressor(max_depth=1).fit(X, y)
    left = {c for c, leaf in zip(cats, tree.apply(X)) if leaf == 1}
    return left, float(((tree.predict(X) - y) ** 2).sum())
