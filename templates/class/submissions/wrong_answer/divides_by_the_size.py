class NewProblem:
    def __init__(self, size):
        if size < 1:
            raise ValueError
        self.size = size
        self.values = []

    def add(self, value):
        self.values = [*self.values, value][-self.size :]

    def mean(self):
        if not self.values:
            raise ValueError
        return sum(self.values) / self.size
