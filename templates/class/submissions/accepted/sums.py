"""Every mean added up anew. The tests compare with this one: keep it as simple as it can be."""


class NewProblem:
    def __init__(self, size):
        if size < 1:
            raise ValueError("a window has at least one value")
        self.size = size
        self.values = []

    def add(self, value):
        self.values.append(value)

    def mean(self):
        if not self.values:
            raise ValueError("no value yet")
        window = self.values[-self.size :]
        return sum(window) / len(window)
