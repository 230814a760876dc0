"""result.json → Report: checked strictly, and brought up to date where an older grader wrote it.

Each older schema has one pure function that turns its data into the next one's.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from grader.display import shorten, visible
from grader.errors import UsageError
from grader.model import SCHEMA, Report

MOST_BYTES = 64 * 1024**2
_AGAIN = "grade it again, or take the file as grader wrote it"


def parse_result(data: bytes, where: str) -> Report:
    """The report in `data`; `where` is the file, for the messages.

    Raises:
        UsageError: it is no result.json, or of a newer grader; names the file, the key, the mend.
    """
    try:
        found = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{where}: is not JSON: {error}", fix=_AGAIN) from None
    if type(found) is not dict or "schema" not in found:
        raise UsageError(f"{where}: schema: is missing, so this is no result.json", fix=_AGAIN)
    schema = found["schema"]
    if type(schema) is not int or schema < 1:
        raise UsageError(
            f"{where}: schema: expected a whole number from 1 to {SCHEMA}, got {_shown(schema)}",
            fix=_AGAIN,
        )
    if schema > SCHEMA:
        raise UsageError(
            f"{where}: schema: {_shown(schema)} is newer than this grader knows ({SCHEMA})",
            fix="upgrade grader",
        )
    try:
        for version in range(schema, SCHEMA):
            found = UPGRADES[version](found)
        return msgspec.convert(found, Report)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: {_key(str(error))}", fix=_AGAIN) from None


def _from_1(old: dict[str, Any]) -> dict[str, Any]:
    """Schema 1 knew no flags and no reader; one pair of runs had an endless interval, as null."""
    return {"flags": [], "reader": "interviewer", **old, "schema": 2}


def _from_2(old: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 said only in a note that marks were withheld."""
    found = old.get("performance")
    if type(found) is dict and str(found.get("note", "")).startswith("withheld"):
        old = {**old, "performance": {**found, "withheld": ["runtime", "memory"]}}
    return {**old, "schema": 3}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1, 2: _from_2}


def _key(message: str) -> str:
    """msgspec's message with the key first: "score.total: Expected `float`, got `str`"."""
    text, _, path = message.partition(" - at `$")
    key = path.rstrip("`").lstrip(".")
    return visible(shorten(f"{key}: {text}" if key else text, 400))


def _shown(value: Any) -> str:
    return visible(shorten(repr(value), 80))
