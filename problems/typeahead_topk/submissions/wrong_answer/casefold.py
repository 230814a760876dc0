"""casefold() in place of lower()."""

class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.titles = sorted(titles, key=lambda tp: (-tp[1], tp[0]))
        self.lower = [t.casefold() for t, _ in self.titles]

    def query(self, prefix):
        q = prefix.casefold()
        out = []
        for (t, _), low in zip(self.titles, self.lower):
            if low.startswith(q):
                out.append(t)
                if len(out) == self.k:
                    break
        return out
