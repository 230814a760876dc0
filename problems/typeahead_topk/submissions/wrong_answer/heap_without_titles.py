"""A heap of the k best by popularity, where a later title of equal popularity stays outside."""

import heapq


class TypeAhead:
    def __init__(self, titles, k):
        if k < 1:
            raise ValueError("k must be at least 1")
        self.titles, self.k = titles, k

    def query(self, prefix):
        heap = []
        for index, (title, popularity) in enumerate(self.titles):
            if title.lower().startswith(prefix.lower()):
                heapq.heappush(heap, (popularity, -index, title))
                if len(heap) > self.k:
                    heapq.heappop(heap)
        heap.sort(key=lambda entry: (-entry[0], entry[2]))
        return [title for _, _, title in heap]
