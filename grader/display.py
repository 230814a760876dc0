"""Candidate text made safe to look at: what cannot be seen is shown as its code point. Pure."""

import re
import unicodedata

_KEPT = frozenset("\n\t")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_LOOKALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL")
_WORD = re.compile(r"\w+")


def visible(text: str, *, keep: frozenset[str] = _KEPT) -> str:
    r"""`text` with control, bidi, zero-width and unassigned characters as \\x1b or ‹U+202E›."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in keep else _shown(c) for c in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"‹U+{code:04X}›"


def one_line(text: str) -> str:
    """`text` on one line, made visible."""
    return visible(" ".join(text.split()))


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, and how many were left out."""
    return (
        text if len(text) <= limit else f"{text[:limit]}… ({len(text) - limit:,} more characters)"
    )


def unmixed(name: str) -> str:
    """`name` with letters of other scripts that pose as Latin ones shown as code points.

    Only in words that have Latin letters too: a name all in Cyrillic is a name.
    """
    return name if name.isascii() else _WORD.sub(lambda word: _posing(word[0]), name)


def _posing(word: str) -> str:
    if not any(c.isascii() and c.isalpha() for c in word):
        return word
    return "".join(
        f"{c}‹U+{ord(c):04X}›" if unicodedata.name(c, "").startswith(_LOOKALIKE) else c
        for c in word
    )
