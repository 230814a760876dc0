"""The mean of all values. A wrong sample has one mistake; its name says which."""


class NewProblem:
    def __init__(self, size):
        if size < 1:
            raise ValueError
        self.values = []

    def add(self, value):
        self.values.append(value)

    def mean(self):
        if not self.values:
            raise ValueError
        return sum(self.values) / len(self.values)
