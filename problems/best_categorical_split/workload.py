"""A category for every forty rows: which splits are tried, and what each costs."""

FUNCTION = "best_categorical_split"
SIZES = (400, 1600, 6400, 25600, 100000, 200000)


def make(size, rng):
    categories = size // 40
    effect = 3 * rng.normal(size=categories)
    codes = rng.permutation([i % categories for i in range(size)])
    y = effect[codes] + rng.normal(size=size)
    return [f"shop-{code:x}" for code in codes.tolist()], y.tolist()
