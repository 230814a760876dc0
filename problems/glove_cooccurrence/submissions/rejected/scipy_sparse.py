"""Lets a library hold the matrix."""

from scipy.sparse import dok_matrix


def glove_cooccurrence(tokens, window):
    words = sorted(set(tokens))
    number = {word: index for index, word in enumerate(words)}
    X = dok_matrix((len(words), len(words)))
    for i, a in enumerate(tokens):
        for j in range(max(0, i - window), i):
            X[number[a], number[tokens[j]]] += 1 / (i - j)
            X[number[tokens[j]], number[a]] += 1 / (i - j)
    return {(words[i], words[j]): v for (i, j), v in X.items()}
