"""Forges an error in which no field is of the type that it should be."""

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


class SlidingCTR:
    def __init__(self, window):
        self.window = window

    def add(self, t, item, clicked):
        attack()

    def rate(self, t, item):
        return attack()


def replay(window, log):
    return attack()


def attack():
    odd = {
        "d": [
            ["text", {"b": [0, 3]}],
            ["type", {"t": [1, [None]]}],
            ["lines", [[1], 2, None, ["a"] * 4]],
            ["kinds", [1, None, ["ValueError"], {"d": []}, "\ud800", "__doc__", "object"]],
            [{"t": []}, 0],
        ]
    }
    forge({"d": [["error", odd], ["fault", 3], ["reviewed", 4]]}, b"\xff\0\n")
