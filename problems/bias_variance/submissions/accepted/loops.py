"""Plain Python, in exact fractions."""

from fractions import Fraction


def bias_variance(preds, f_true):
    rows = [[Fraction(float(v)) for v in row] for row in preds]
    truth = [Fraction(float(v)) for v in f_true]
    if not rows or not rows[0] or len(rows[0]) != len(truth):
        raise ValueError("no models, no points, or another number of true values")
    bias2 = variance = Fraction(0)
    for j, f in enumerate(truth):
        column = [row[j] for row in rows]
        mean = sum(column) / len(column)
        bias2 += (mean - f) ** 2
        variance += sum((v - mean) ** 2 for v in column) / len(column)
    return float(bias2 / len(truth)), float(variance / len(truth))
