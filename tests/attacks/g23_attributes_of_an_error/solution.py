"""An error whose notes, cause, group and module are hostile."""


def knn_predict(train_X, train_y, queries, k):
    class Many(ExceptionGroup):
        __module__ = "<b>builtins</b>"

    error = Many("</pre><script>alert(1)</script>", [ValueError("<i>"), KeyError("{{ 7 * 7 }}")])
    error.add_note("<img src=x onerror=alert(2)>" * 100)
    raise error from SystemError("\x1b[2J")
