"""Plain Python, sorted. A line over several columns is a mean of the lines from column to column,
so the largest slope is between neighbouring columns: from the lowest point of the left one to the
highest of the right one."""


def max_pairwise_slope(points):
    best = None
    left = None  # x and lowest y of the last whole column
    column = None  # x, lowest and highest y of the one being read
    for x, y in sorted(points):
        if column is not None and x == column[0]:
            column = (x, column[1], y)
        else:
            if column is not None:
                best = _steeper(best, left, column)
                left = column
            column = (x, y, y)
    if column is not None:
        best = _steeper(best, left, column)
    return best


def _steeper(best, left, right):
    if left is None:
        return best
    slope = (right[2] - left[1]) / (right[0] - left[0])
    return slope if best is None or slope > best else best
