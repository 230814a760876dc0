"""Ratings of an eighth as many users and a tenth as many items, vectors of 8, two iterations."""

FUNCTION = "als_factorize"
SIZES = (100, 400, 1600, 6400, 16000, 51200)


def make(size, rng):
    n_users, n_items, k = max(4, size // 8), max(5, size // 10), 8
    pairs = rng.permutation(n_users * n_items)[:size] if n_users * n_items < 10**6 else None
    if pairs is None:
        pairs = rng.permutation(list({int(p) for p in rng.integers(0, n_users * n_items, size)}))
    ratings = [(int(p) // n_items, int(p) % n_items, float(r)) for p, r in
               zip(pairs, rng.integers(1, 6, len(pairs)), strict=True)]
    return ratings, n_users, n_items, k, 0.5, 2, rng.normal(size=(n_items, k))
