"""Returns what has no value yet: a generator, a coroutine, an iterator, a function, a class."""


async def later():
    return 0.0


class SlidingCTR:
    def __init__(self, window):
        self.count = 0

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return (lambda: 0.0) if t < 9 else SlidingCTR


def replay(window, log):
    if len(log) % 3 == 0:
        return (0.0 for _ in log)
    return later() if len(log) % 3 == 1 else iter([0.0])
