"""Tokens: a sentence cut into words, numbers and marks, each with its tag.

The cut is one `findall`: every character of a block lands in a token, with the white space
after it, so that offsets are running sums and no match objects are built.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from migfacts.kept.patterns import precompiled

if TYPE_CHECKING:
    from migfacts.languages.language import Language
    from migfacts.languages.lexicon import Lexicon, Word

#: A sentence that runs on without end is cut here, so that looking around a number stays bounded.
MAX_TOKENS: Final = 600
#: A block is cut into tokens this many characters at a time.
WINDOW: Final = 1 << 16


class Sentence:
    """A run of tokens over `prose`, in one language: words, where they start, their tags."""

    __slots__ = ("lang", "prose", "starts", "tags", "words")

    def __init__(
        self, lang: Language, prose: str, words: list[Word], starts: list[int], tags: str
    ) -> None:
        self.lang = lang
        self.prose = prose
        self.words = words
        self.starts = starts
        self.tags = tags

    def stop(self, token: int) -> int:
        """Where a token ends, without the space after it."""
        return self.starts[token] + self.words[token].size

    def text(self, first: int, last: int) -> str:
        """The prose from token `first` up to, not including, token `last`; white space folded."""
        if first >= last:
            return ""
        found = self.prose[self.starts[first] : self.stop(last - 1)]
        return found if found.isprintable() and "  " not in found else " ".join(found.split())

    def glued(self, token: int) -> bool:
        """Does the token touch the one before it?"""
        return 0 < token < len(self.words) and not self.words[token - 1].space

    def attached(self, at: int) -> bool:
        """Is the token glued to letters before it, as in `COP29`?"""
        return at > 0 and not self.words[at - 1].space and self.words[at - 1].text[-1].isalpha()

    def past_hyphen(self, at: int) -> int:
        """The token after a hyphen that is glued on both sides, as in `12-kilometre`; else `at`."""
        words = self.words
        if 0 < at < len(words) - 1 and self.tags[at] == "-" and not words[at].space:
            return at + 1 if not words[at - 1].space else at
        return at

    def __repr__(self) -> str:
        return f"Sentence({self.words})"


def sentences(
    prose: str, start: int, end: int, lang: Language, *, numerals: bool = False
) -> Iterator[Sentence]:
    """The sentences of a block, cut into tokens, in order.

    Args:
        numerals: leave out the sentences that hold no numeral.
    """
    lexicon, pattern = lang.lexicon, lang.token_pattern
    while start < end:
        stop = _window(prose, start, end)
        tokens = pattern.findall(prose, start, stop)
        words = list(map(lexicon.__getitem__, tokens))
        tags = "".join([word.tag for word in words])
        if numerals and not _NUMERAL.search(tags):
            start = stop
            continue
        at = start + _leading(prose, start, stop)
        starts = list(accumulate(map(len, tokens), initial=at))
        for first, last in _bounds(tags, words, lexicon):
            if numerals and not _NUMERAL.search(tags, first, last):
                continue
            inside, marked = words[first:last], tags[first:last]
            opening = _OPENING.match(marked)
            if opening is not None:
                at = opening.end() - 1
                inside[at] = lexicon.opening(inside[at])
                marked = f"{marked[:at]}{inside[at].tag}{marked[at + 1 :]}"
            yield Sentence(lang, prose, inside, starts[first:last], marked)
        start = stop


def _leading(prose: str, start: int, stop: int) -> int:
    """How many white characters stand before the first token."""
    if start < stop and not prose[start].isspace():
        return 0
    return (stop - start) - len(prose[start:stop].lstrip())


def _window(prose: str, start: int, end: int) -> int:
    """Where to stop cutting, so that memory does not grow with the length of a block."""
    if end - start <= WINDOW:
        return end
    for mark in (". ", " "):
        found = prose.rfind(mark, start + WINDOW // 2, start + WINDOW)
        if found > 0:
            return found + len(mark)
    return start + WINDOW


_NUMERAL: Final = precompiled("[#wO]")
#: What looks like a name or a verb and opens a sentence, no name or number behind it.
_OPENING: Final = precompiled(r"[-*\".(\[]{0,3}[XZz](?![XZ#-])")
#: A stop with a space behind it, or with what it closes: `He said so. "No," she said. "Yes."`.
_BREAK: Final = precompiled(r"E|\.[\")\]]+")


def _bounds(tags: str, words: list[Word], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    first = 0
    size = len(words)
    for match in _BREAK.finditer(tags):
        last = match.end()
        if last < size and not words[last - 1].space:
            continue  # "Stop."-signs
        if last < size and not _ends_here(words, match.start(), last, lexicon):
            continue
        yield from _capped(first, last)
        first = last
    if first < size:
        yield from _capped(first, size)


def _ends_here(words: list[Word], stop: int, after: int, lexicon: Lexicon) -> bool:
    """Does a stop followed by space end the sentence?"""
    follower = words[after]
    if follower.tag not in "#" and follower.text[:1].islower():
        return False
    if words[stop].lower[:-1] in lexicon.abbreviations:
        return False  # e.g.
    if words[stop].text == "." and stop:
        before = words[stop - 1]
        if before.lower in lexicon.abbreviations:
            return False
        if before.size == 1 and before.capital and not before.space and follower.capital:
            return False
    return True


def _capped(first: int, last: int) -> Iterator[tuple[int, int]]:
    for at in range(first, last, MAX_TOKENS):
        yield at, min(at + MAX_TOKENS, last)


def is_year(text: str) -> bool:
    """Are four digits those of a year of this century or the last?"""
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")
