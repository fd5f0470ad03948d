"""Phrases: wordings of one or more words, found from the word they begin or end with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Generic, Protocol, TypeVar

T = TypeVar("T")

#: A phrase is cut as the tokens of a text are: runs of letters, runs of digits, other marks.
_PART: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_")


def _longest_first(entry: tuple[tuple[str, ...], object]) -> int:
    return -len(entry[0])


class _Word(Protocol):
    lower: str
    text: str


def parts(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase: `sq. km` is `sq`, `.`, `km`."""
    if phrase.isalpha():
        return (phrase,)
    words = phrase.split()
    return tuple(words) if "".join(words).isalpha() else tuple(_PART.findall(phrase))


class Phrases(Generic[T]):
    """A table from wordings to what they mean.

    `exact` tables keep case (symbols: `MW` is no `mW`), the others look at lower case.
    """

    __slots__ = ("_by_first", "_by_last", "exact", "firsts")

    def __init__(self, entries: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self.exact = exact
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] | None = None
        table = self._by_first
        several = set()
        for phrase, meaning in entries:
            cut = parts(phrase if exact else phrase.lower().replace("’", "'"))
            if not cut:
                continue
            first = cut[0]
            found = table.get(first)
            if found is None:
                table[first] = [(cut, meaning)]
            else:
                found.append((cut, meaning))
                several.add(first)
        for first in several:
            table[first].sort(key=_longest_first)
        #: The words with which a phrase may begin, for a look-up before anything is matched.
        self.firsts = self._by_first.keys()

    def meaning(self, word: str) -> T | None:
        """What a phrase of one word means, or None."""
        for cut, meaning in self._by_first.get(word, ()):
            if len(cut) == 1:
                return meaning
        return None

    @property
    def lasts(self) -> frozenset[str]:
        """The words with which a phrase may end."""
        return frozenset(cut[-1] for found in self._by_first.values() for cut, _ in found)

    def match(self, words: Sequence[_Word], at: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at a token, and the token after it."""
        size = len(words)
        if at >= size:
            return None
        exact = self.exact
        found = self._by_first.get(words[at].text if exact else words[at].lower)
        if found is None:
            return None
        for cut, meaning in found:
            end = at + len(cut)
            if end <= size and _follows(words, at + 1, cut, 1, exact):
                return meaning, end
        return None

    def match_before(self, words: Sequence[_Word], end: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that ends before a token, and its first token."""
        if end <= 0:
            return None
        table = self._by_last
        if table is None:
            table = self._by_last = self._index_by_last()
        exact = self.exact
        found = table.get(words[end - 1].text if exact else words[end - 1].lower)
        if found is None:
            return None
        for cut, meaning in found:
            start = end - len(cut)
            if start >= 0 and _follows(words, start, cut, 0, exact):
                return meaning, start
        return None

    def _index_by_last(self) -> dict[str, list[tuple[tuple[str, ...], T]]]:
        table: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for found in self._by_first.values():
            for entry in found:
                table.setdefault(entry[0][-1], []).append(entry)
        for entries in table.values():
            entries.sort(key=_longest_first)
        return table


def _follows(
    words: Sequence[_Word], at: int, cut: tuple[str, ...], first: int, exact: bool
) -> bool:
    """Do the parts of a phrase from `first` on stand at a token?"""
    for part in cut[first:]:
        word = words[at]
        if (word.text if exact else word.lower) != part:
            return False
        at += 1
    return True
