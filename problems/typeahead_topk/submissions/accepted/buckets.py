"""A dict from each prefix to its k best titles, filled from the most popular title down."""


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self._best = {}
        for title, _ in sorted(titles, key=lambda pair: (-pair[1], pair[0])):
            key = title.lower()
            for length in range(len(key) + 1):
                bucket = self._best.setdefault(key[:length], [])
                if len(bucket) < k:
                    bucket.append(title)

    def query(self, prefix):
        return list(self._best.get(prefix.lower(), ()))
