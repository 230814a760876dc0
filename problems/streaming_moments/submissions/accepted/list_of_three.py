"""A push is the merge of an object that has seen one number."""

from math import inf


class StreamingMoments:
    def __init__(self):
        self.state = (0, 0.0, 0.0)

    def push(self, x):
        if not -inf < x < inf:
            raise ValueError(x)
        self._join((1, float(x), 0.0))

    def merge(self, other):
        self._join(other.state)

    def _join(self, theirs):
        (n, a, p), (k, b, q) = self.state, theirs
        if n + k:
            share = k / (n + k)
            # variances, not sums of squares: between the groups there is share · (1 - share) · d²
            self.state = (
                n + k,
                a + (b - a) * share,
                (1 - share) * p + share * q + share * (1 - share) * (b - a) ** 2,
            )

    def mean(self):
        return self._seen()[1]

    def var(self):
        return self._seen()[2]

    def _seen(self):
        if self.state[0] == 0:
            raise ValueError("empty")
        return self.state
