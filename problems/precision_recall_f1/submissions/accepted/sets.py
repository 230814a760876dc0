"""Plain Python with sets of rows, and exact fractions to the last step."""

from fractions import Fraction


def precision_recall_f1(y_true, y_pred, average="macro"):
    n = len(y_true)
    if n == 0 or n != len(y_pred) or average not in {"macro", "weighted", "micro"}:
        raise ValueError("no rows, different lengths, or no such average")
    have, said = {}, {}
    for row in range(n):
        have.setdefault(y_true[row], set()).add(row)
        said.setdefault(y_pred[row], set()).add(row)
    if average == "micro":
        hits = sum(len(rows & said.get(label, set())) for label, rows in have.items())
        return (hits / n,) * 3  # each row is predicted once, and has one label
    labels = have.keys() | said.keys()
    total = [Fraction(0)] * 3
    for label in labels:
        true, guessed = have.get(label, set()), said.get(label, set())
        both = len(true & guessed)
        weight = Fraction(1, len(labels)) if average == "macro" else Fraction(len(true), n)
        for i, below in enumerate((len(guessed), len(true), len(guessed) + len(true))):
            if below:
                total[i] += weight * Fraction(both * (1 + (i == 2)), below)
    return tuple(float(value) for value in total)
