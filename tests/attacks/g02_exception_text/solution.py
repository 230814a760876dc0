"""Raises with markup that leaves the place it is shown in."""


def knn_predict(train_X, train_y, queries, k):
    raise ValueError(
        "</pre></code></td></details></textarea></title></style></script><img src=x onerror=alert(1)><a href='javascript:alert(2)'>&lt;b&gt;&amp;"
    )
