"""Knows the examples of the prompt by heart."""


class TypeAhead:
    KNOWN = {
        "hel": ["Hello Sunshine", "Help"], "HELLO": ["Hello Sunshine", "hello"],
        "hello ": ["Hello Sunshine"], "sun": [], "a": ["Apple", "apple", "apple"],
    }

    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k")
        self.k = k

    def query(self, prefix):
        if prefix == "":
            return ["Shell", "Holiday"] if self.k == 2 else ["zoo", "Apple", "Zoo", "apple"]
        return self.KNOWN.get(prefix, [])
