"""Makes every text within a number of edits, one edit more at a time, until the title fits."""


def fuzzy_typeahead(query, titles, k, max_edits):
    letters = sorted({letter for title, _ in titles for letter in title.lower()} | set(query.lower()))
    found = []
    for title, popularity in titles:
        texts, edits = {query.lower()}, 0
        while not any(title.lower().startswith(text) for text in texts):
            texts = {
                made
                for t in texts
                for i in range(len(t) + 1)
                for made in (t[:i] + t[i + 1 :], *(t[:i] + c + t[i:] for c in letters), *(t[:i] + c + t[i + 1 :] for c in letters))
            }
            edits += 1
        if edits <= max_edits:
            found.append((edits, -popularity, title))
    return [title for _, _, title in sorted(found)[:k]]
