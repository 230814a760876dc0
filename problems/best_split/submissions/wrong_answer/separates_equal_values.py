"""A threshold between any two rows, also of one value."""

from collections import Counter


def best_split(X, y):
    rows, labels = [list(map(float, row)) for row in X], list(y)
    n = len(rows)
    if n == 0 or n != len(labels):
        raise ValueError("no rows, or X and y differ in length")
    total = Counter(labels)
    names = {label: code for code, label in enumerate(total)}
    codes = [names[label] for label in labels]
    best = None
    for j in range(len(rows[0])):
        order = sorted(range(n), key=lambda i: rows[i][j])
        left, right = [0] * len(names), list(total.values())
        left_squares, right_squares = 0, sum(c * c for c in right)
        for place in range(1, n):
            code = codes[order[place - 1]]
            left_squares += 2 * left[code] + 1
            right_squares -= 2 * right[code] - 1
            left[code] += 1
            right[code] -= 1
            a, b = rows[order[place - 1]][j], rows[order[place]][j]
            # The sum over both sides of n_side - Σ count²/n_side, without its constant n.
            purity = left_squares / place + right_squares / (n - place)
            if best is None or purity > best[0]:
                best = (purity, j, (a + b) / 2)
    return None if best is None else (best[1], best[2], 1.0 - best[0] / n)
