"""A trie with the titles at their ends, walked through for each query."""

from heapq import nsmallest


class Node:
    def __init__(self):
        self.children = {}
        self.ends = []


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.k = k
        self.root = Node()
        for title, popularity in titles:
            node = self.root
            for letter in title.lower():
                node = node.children.setdefault(letter, Node())
            node.ends.append((-popularity, title))

    def query(self, prefix):
        node = self.root
        for letter in prefix.lower():
            node = node.children.get(letter)
            if node is None:
                return ()
        return tuple(title for _, title in nsmallest(self.k, self._below(node)))

    def _below(self, node):
        waiting = [node]
        while waiting:
            node = waiting.pop()
            yield from node.ends
            waiting.extend(node.children.values())
