"""Titles of four words, and a query of eleven letters that some of them nearly begin with."""

FUNCTION = "fuzzy_typeahead"
SIZES = (40, 150, 500, 1600, 5000, 10000)
WORDS = (
    "hello sunshine yellow morning heather cello shell world hallo lemon hollow helm other night "
    "helping season window summer letter helicopter mellow healing hero marble"
).split()


def make(size, rng):
    chosen = rng.integers(0, len(WORDS), (size, 4)).tolist()
    popularity = rng.integers(0, 1000, size).tolist()
    titles = [
        (" ".join(WORDS[i] for i in row).title(), p)
        for row, p in zip(chosen, popularity, strict=True)
    ]
    return "helo sunshin", titles, 10, 2
