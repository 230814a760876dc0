"""Forges replies with unknown tags, two tags in one, none, and fields too few or too many."""

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


TREES = [
    {"p": "cos\nsystem\n(S'id'\ntR."},
    {"a": 1, "d": 2},
    {},
    {"a": ["<f8", [1]]},
    {"t": "text"},
    {"g": [["list"], "int", "<i8", [0], 0]},
    {"c": [1, "x"]},
    {"i": "0xzz"},
    {"h": "0"},
    {"n": [3, 0]},
]


def knn_predict(train_X, train_y, queries, k):
    tree = TREES[(len(train_X) + k) % len(TREES)]
    forge({"d": [["value", tree], ["unchanged", True]]}, bytes(64))
