"""Turns the similarity of the standard library into a number of edits."""

from difflib import SequenceMatcher


def fuzzy_typeahead(query, titles, k, max_edits):
    if k < 1 or max_edits < 0:
        raise ValueError("bad input")
    found = []
    for title, popularity in titles:
        text = title.lower()
        blocks = SequenceMatcher(None, query.lower(), text[: len(query) + max_edits]).get_matching_blocks()
        distance = len(query) - sum(block.size for block in blocks)
        if distance <= max_edits:
            found.append((distance, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
