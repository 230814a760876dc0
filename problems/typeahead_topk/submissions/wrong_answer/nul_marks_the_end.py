"""A tree of letters in which NUL marks the end."""

class TypeAhead:
    """A trie of dicts; the suggestions of a node stand under "\0"."""

    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.root = {"\0": []}
        for t, pop in sorted(titles, key=lambda p: (-p[1], p[0])):
            node = self.root
            for ch in [None, *t.lower()]:
                if ch is not None:
                    node = node.setdefault(ch, {"\0": []})
                if isinstance(node, list):
                    break
                if len(node["\0"]) < k:
                    node["\0"].append(t)

    def query(self, prefix):
        node = self.root
        for ch in prefix.lower():
            if ch not in node:
                return []
            node = node[ch]
            if isinstance(node, list):
                return []
        return list(node["\0"])
