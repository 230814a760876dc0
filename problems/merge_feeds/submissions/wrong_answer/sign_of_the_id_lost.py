"""Ids that differ by their sign count as one."""

import heapq


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError("k < 0")
    out, seen = [], set()
    if k == 0:
        return out
    heap = []
    for j, f in enumerate(feeds):
        if len(f):
            heap.append((-f[0][0], f[0][1], j, 0))
    heapq.heapify(heap)
    while heap:
        _, pid, j, i = heap[0]
        if abs(pid) not in seen:
            seen.add(abs(pid))
            out.append(pid)
            if len(out) == k:
                break
        f = feeds[j]
        if i + 1 < len(f):
            heapq.heapreplace(heap, (-f[i + 1][0], f[i + 1][1], j, i + 1))
        else:
            heapq.heappop(heap)
    return out
