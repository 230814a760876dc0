"""The best of all heads, looked for anew for each place."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    places = [0] * len(feeds)
    result = []
    while len(result) < k:
        best, best_feed = None, None
        for number, feed in enumerate(feeds):
            if places[number] < len(feed):
                score, post = feed[places[number]]
                if best is None or (-score, post) < best:
                    best, best_feed = (-score, post), number
        if best is None:
            break
        places[best_feed] += 1
        if best[1] not in result:
            result.append(best[1])
    return result
