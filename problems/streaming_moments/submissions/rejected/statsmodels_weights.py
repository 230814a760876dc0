"""Lets a library keep the statistics."""

from statsmodels.stats.weightstats import DescrStatsW


class StreamingMoments:
    def __init__(self):
        self.xs = []

    def push(self, x):
        self.xs.append(x)

    def merge(self, other):
        self.xs += other.xs

    def mean(self):
        return DescrStatsW(self.xs).mean

    def var(self):
        return DescrStatsW(self.xs).var
