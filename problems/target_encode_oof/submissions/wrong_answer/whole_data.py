"""The mean over all rows of the category: the row's own fold is not left out."""


def target_encode_oof(cats, y, fold, m=0.0):
    n = len(cats)
    if len(y) != n or len(fold) != n or m < 0:
        raise ValueError("lists of different lengths, or negative smoothing")
    if n == 0:
        return []
    if len(set(fold)) < 2:
        raise ValueError("fewer than two folds")
    result = []
    for i in range(n):
        total = count = everything = rows = 0
        for j in range(n):
            everything += y[j]
            rows += 1
            if cats[j] == cats[i]:
                total += y[j]
                count += 1
        prior = everything / rows
        result.append((total + m * prior) / (count + m) if count else prior)
    return result
