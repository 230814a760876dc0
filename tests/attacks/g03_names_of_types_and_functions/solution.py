"""An exception and a function whose names are markup."""


def fail():
    raise type(
        "<img src=x onerror=alert(1)>", (Exception,), {"__doc__": "<script>alert(2)</script>"}
    )("{{ 7 * 7 }}")


fail.__code__ = fail.__code__.replace(
    co_name="<svg/onload=alert(3)>", co_qualname="</pre><script>alert(4)</script>"
)


def knn_predict(train_X, train_y, queries, k):
    fail()
