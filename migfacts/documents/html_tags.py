"""Tags and character references of HTML as they stand in Markdown."""

import re

from migfacts.kept.patterns import precompiled

from .prose import INVISIBLE, Edit

TAG = precompiled(
    r"</?([A-Za-z][A-Za-z0-9-]{0,40}+)"
    r"(?:\s++[A-Za-z_:@][\w.:-]{0,100}+"
    r"(?:\s*+=\s*+(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+'|[^\s\"'=<>`]{1,2000}+))?+){0,50}+"
    r"\s*+/?>"
)
# Tags that no sentence runs across.
_PARTING = """
address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p section select summary table tbody
td tfoot th thead tr ul
"""
PARTING_TAGS = frozenset(_PARTING.split())
_SUPERSCRIPT = precompiled(r"<sup>([0-9]{1,3}+)</sup>", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CHARACTER = precompiled(r"&(?:#(?:[0-9]{1,7}+|[xX][0-9A-Fa-f]{1,6}+)|[A-Za-z][A-Za-z0-9]{1,31}+);")


def character(text: str, at: int, end: int) -> Edit | None:
    """Give the edit that puts a character for the reference to it at an offset, if there is one."""
    reference = _CHARACTER.match(text, at, end)
    if not reference:
        return None
    from html import unescape  # loads a table of 2,231 names

    char = unescape(reference[0])
    if len(char) > 1:
        return None
    return Edit(at, reference.end(), "" if char in INVISIBLE else char)


def raised(text: str, at: int, end: int) -> list[Edit]:
    """Give the edits that put raised digits for `<sup>2</sup>` at an offset, if it stands there."""
    found = _SUPERSCRIPT.match(text, at, end)
    if not found:
        return []
    starts = [found.start(), *range(found.start(1) + 1, found.end(1))]
    return [
        Edit(start, after, digit)
        for start, after, digit in zip(
            starts, [*starts[1:], found.end()], found[1].translate(_RAISED), strict=True
        )
    ]
