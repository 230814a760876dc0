"""numpy: the matrix of all users and items, and the product of all items with all."""

import numpy as np


def item_item_topn(ratings, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    if len({(user, item) for user, item, _ in ratings}) != len(ratings):
        raise ValueError("a user rated an item twice")
    if not ratings:
        return {}
    users, rows = np.unique([user for user, _, _ in ratings], return_inverse=True)
    items, columns = np.unique([item for _, item, _ in ratings], return_inverse=True)
    R = np.zeros((len(users), len(items)))
    seen = np.zeros((len(users), len(items)))
    R[rows, columns] = [rating for _, _, rating in ratings]
    seen[rows, columns] = 1
    lengths = np.sqrt((R * R).sum(axis=0))
    lengths[lengths == 0] = 1.0  # the product above is 0 then
    cosines = np.round(R.T @ R / np.outer(lengths, lengths), 6)
    common = seen.T @ seen > 0
    result = {}
    for i, item in enumerate(items.tolist()):
        common[i, i] = False
        near = np.flatnonzero(common[i])
        near = near[np.argsort(-cosines[i, near], kind="stable")[:n]]
        result[item] = list(zip(cosines[i, near].tolist(), items[near].tolist()))
    return result
