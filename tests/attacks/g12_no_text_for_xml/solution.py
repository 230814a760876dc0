"""All control characters, half pairs, and the end of a CDATA section."""


def knn_predict(train_X, train_y, queries, k):
    text = (
        "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;"
        + "".join(map(chr, range(32)))
        + "\ufffe\uffff\ud800\udfff"
    )
    print(text)
    raise ValueError(text)
