"""Computes squares at the import and uses them where they reach: right, and nothing gained."""

SQUARES = {i: i * i for i in range(-2000, 2001)}


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    answers = []
    for q in queries:
        far = [sum(SQUARES.get(a - b, (a - b) ** 2) for a, b in zip(r, q)) for r in train_X]
        votes = [train_y[i] for i in sorted(range(len(far)), key=far.__getitem__)[:k]]
        answers.append(max(votes, key=votes.count))
    return answers
