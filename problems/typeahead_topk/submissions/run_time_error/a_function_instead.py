"""A function where a class was asked for."""


def query(titles, k, prefix):
    found = [(-p, t) for t, p in titles if t.lower().startswith(prefix.lower())]
    return [t for _, t in sorted(found)[:k]]
