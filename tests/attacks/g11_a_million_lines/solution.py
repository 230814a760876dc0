"""An exception of a million lines, after as many that are printed."""


def knn_predict(train_X, train_y, queries, k):
    text = "<b>line</b>\n" * 1_000_000
    print(text[:4_000_000])
    raise ValueError(text)
