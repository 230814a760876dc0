"""Prints a script, and answers wrong."""


def knn_predict(train_X, train_y, queries, k):
    print(
        "<script>alert(1)</script><svg/onload=alert(2)></pre></details><iframe srcdoc='<script>alert(3)</script>'>"
    )
    return [-1] * len(queries)
