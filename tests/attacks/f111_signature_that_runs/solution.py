"""A callable whose signature raises SystemExit, and whose name is not text."""


class Odd:
    @property
    def __signature__(self):
        raise SystemExit(0)

    def __call__(self, *args):
        return []


knn_predict = Odd()
