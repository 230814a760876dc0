"""Write docs/result.schema.json, the JSON Schema of result.json, from the types in grader.model."""

import sys
from pathlib import Path

import msgspec

from grader.model import Report

TARGET = Path(__file__).resolve().parent.parent / "docs" / "result.schema.json"


def schema() -> bytes:
    """The schema as it is published."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Report)), indent=2) + b"\n"


if __name__ == "__main__":
    TARGET.write_bytes(schema())
    sys.stdout.write(f"{TARGET}\n")
