"""A trie with 26 places in each node: no room for a space, a digit or an accent."""


class Node:
    def __init__(self):
        self.children = [None] * 26
        self.titles = []


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.root = Node()
        for title, popularity in sorted(titles, key=lambda pair: (-pair[1], pair[0])):
            node = self.root
            for letter in title.lower():
                place = ord(letter) - ord("a")
                node.children[place] = node.children[place] or Node()
                node = node.children[place]
                if len(node.titles) < k:
                    node.titles.append(title)

    def query(self, prefix):
        node = self.root
        for letter in prefix.lower():
            node = node.children[ord(letter) - ord("a")]
        return node.titles
