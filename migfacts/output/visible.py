"""Text of strangers made safe to show, and how wide it is on a terminal."""

from __future__ import annotations

import unicodedata

#: Invisible characters that belong to spelling and do nothing to a terminal: the joiners.
_SPELLING = "\u200c\u200d"


def visible(text: str, keep: str = "") -> str:
    """The text with a visible mark for each character that could act on a terminal.

    Control characters, escapes, marks of direction, halves of surrogate pairs and unassigned
    characters are marked, white space of all kinds is a space. What is in `keep` stays.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in keep else _mark(char) for char in text)


def _mark(char: str) -> str:
    if char.isspace():
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    if char == "\u00ad":
        return ""
    return char if char in _SPELLING else "\ufffd"


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def shorten(text: str, room: int) -> str:
    """The text cut to fit into so many columns, with `…` where something was cut off."""
    if width(text) <= room:
        return text
    taken = 0
    for at, char in enumerate(text):
        taken += _width(char)
        if taken > room - 1:
            return text[:at].rstrip() + "…"
    return text


def shorten_left(text: str, room: int) -> str:
    """The text cut at its left to fit into so many columns."""
    return shorten(text[::-1], room)[::-1]


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
