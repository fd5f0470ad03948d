"""Entries: a large table of words that loads at once and is read where a text needs it.

A text has a few hundred of the fourteen thousand words that a language knows. Words with the same
first letters share a string, a line each with a tab before what they mean, and one is found when
it is asked for: a table of as many entries takes seven times as long to load.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: So many letters tell which words stand together.
FIRST: Final = 3


class Entries:
    """Word in small letters -> what it means, a text of one line."""

    def __init__(self, packed: Mapping[str, str]) -> None:
        self._packed = packed

    def get(self, word: str, default: str = "") -> str:
        """What a word means, or the default."""
        lines = self._packed.get(word[:FIRST])
        at = -1 if lines is None else lines.find(f"\n{word}\t")
        if lines is None or at < 0:
            return default
        at += len(word) + 2
        return lines[at : lines.find("\n", at)]

    def __contains__(self, word: str) -> bool:
        return self.get(word) != ""


def packed(table: Mapping[str, str]) -> dict[str, str]:
    """A table as `Entries` reads it."""
    found: dict[str, list[str]] = {}
    for word, meaning in table.items():
        found.setdefault(word[:FIRST], []).append(f"{word}\t{meaning}")
    return {first: "\n{}\n".format("\n".join(lines)) for first, lines in found.items()}
