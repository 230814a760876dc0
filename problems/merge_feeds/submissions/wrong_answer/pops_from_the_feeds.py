"""The feeds are used up."""

import heapq


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = [(-feed[0][0], feed[0][1], number, 0) for number, feed in enumerate(feeds) if feed]
    heapq.heapify(heap)
    result, seen = [], set()
    while heap and len(result) < k:
        _, post, number, place = heap[0]
        if post not in seen:
            seen.add(post)
            result.append(post)
        feed, place = feeds[number], place + 1
        if place < len(feed):
            score, following = feed[place]
            heapq.heapreplace(heap, (-score, following, number, place))
        else:
            heapq.heappop(heap)
    for feed in feeds:
        feed.clear()
    return result
