"""Plain Python floats: a constant column is a ZeroDivisionError."""


def elastic_net_cd(X, y, alpha, l1_ratio, tol=1e-8, max_iter=10000):
    n = len(X)
    if n == 0 or n != len(y) or alpha < 0 or not 0 <= l1_ratio <= 1:
        raise ValueError("bad input")
    means = [sum(map(float, c)) / n for c in zip(*X)]
    columns = [[float(v) - m for v in c] for c, m in zip(zip(*X), means)]
    y_mean = float(sum(y)) / n
    residual = [float(v) - y_mean for v in y]
    w = [0.0] * len(columns)
    for _ in range(max_iter):
        moved = 0.0
        for j, x in enumerate(columns):
            size = sum(v * v for v in x) / n
            r = sum(v * e for v, e in zip(x, residual)) / n + size * w[j]
            short = max(abs(r) - alpha * l1_ratio, 0.0)
            new = (short if r > 0 else -short) / (size + alpha * (1 - l1_ratio))
            step, w[j] = new - w[j], new
            residual = [e - step * v for e, v in zip(residual, x)]
            moved = max(moved, abs(step))
        if moved < tol / 100:
            break
    return w, y_mean - sum(m * v for m, v in zip(means, w))
