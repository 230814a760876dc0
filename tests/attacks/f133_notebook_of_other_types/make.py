"""A notebook whose cells are numbers, and whose source is an object."""

import json
import pathlib


def make(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "solution.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": {"a": 1}}, 7]}))
    return path
