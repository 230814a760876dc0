"""Of titles and prefixes the first fifty letters are compared."""

import heapq


class Node:
    __slots__ = ("kids", "top")

    def __init__(self):
        self.kids = {}
        self.top = []


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.root = Node()
        for t, pop in sorted(titles, key=lambda p: (-p[1], p[0])):
            node = self.root
            self._add(node, t)
            for ch in t.lower()[:50]:
                node = node.kids.setdefault(ch, Node())
                self._add(node, t)

    def _add(self, node, t):
        if len(node.top) < self.k:
            node.top.append(t)

    def query(self, prefix):
        node = self.root
        for ch in prefix.lower()[:50]:
            node = node.kids.get(ch)
            if node is None:
                return []
        return list(node.top)
