"""A forged reply of 200 KB that would be 30 MB on the host, or any size: each part is the same buffer."""

import json, os, struct


def forge(tree, body=b""):
    """Answer this and every later request with these bytes, past the child's own code."""
    text = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    text += b" " * (-len(text) % 16)
    data = struct.pack(">QQQ", 16 + len(text) + len(body), len(text), len(body)) + text + body
    with open(3, "rb", closefd=False) as requests, open(4, "wb", closefd=False) as replies:
        while True:
            replies.write(data)
            replies.flush()
            size = requests.read(8)
            if not size:
                os._exit(0)
            requests.read(int.from_bytes(size, "big"))


def knn_predict(train_X, train_y, queries, k):
    size = 100_000
    forge({"d": [["value", [{"b": [0, size]}] * 300], ["unchanged", True]]}, bytes(size))
