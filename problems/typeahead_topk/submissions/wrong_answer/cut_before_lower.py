"""The title is cut to the length of the prefix before it is made small."""

class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k
        self.titles = sorted(titles, key=lambda tp: (-tp[1], tp[0]))
        self.lower = None

    def query(self, prefix):
        q = prefix.lower()
        out = []
        for t, _ in self.titles:
            if t[:len(prefix)].lower() == q:
                out.append(t)
                if len(out) == self.k:
                    break
        return out
