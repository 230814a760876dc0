"""A list, a dict and a tuple that contain themselves."""


class SlidingCTR:
    def __init__(self, window):
        self.loop = []
        self.loop.append({"x": (self.loop, self.loop)})

    def add(self, t, item, clicked):
        return self.loop

    def rate(self, t, item):
        return self.loop


def replay(window, log):
    loop = []
    loop.append(loop)
    return loop
