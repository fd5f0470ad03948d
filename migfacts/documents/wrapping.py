"""Which ends of lines are only wraps: the sentence runs on in the next line."""

from collections.abc import Sequence
from itertools import pairwise

from migfacts.kept.patterns import precompiled

_NARROWEST, _WIDEST = 40, 120  # columns to which people wrap text
_SENTENCE_END = ".!?:;…"
_LABELLED = precompiled(r"[^:.]{1,40}+:\s?+\S{1,20}+\Z")


class Wrapping:
    """Tells wraps from hard ends of lines in the paragraphs of one text.

    A line is full where the first word of the next would not have fitted in the width of the
    paragraph, its longest line. That line itself is always full, so it counts only where another
    is full too, or where it is the longest of the whole text.
    """

    def __init__(self, shape: str) -> None:
        self._shape = shape
        self._longest = 0

    def runs_on(self, lines: Sequence[str], parted: Sequence[bool]) -> list[bool]:
        """Say of each line but the last whether it runs on into the next.

        `lines` are without white space at their ends and not empty; `parted` says which of them
        begin something new, as a list item does: those before them are no witnesses.
        """
        pairs = list(pairwise(lines))
        full = self._full(pairs, lines, parted)
        return [
            is_full or (below.lstrip()[0].islower() and _continues(line, below))
            for is_full, (line, below) in zip(full, pairs, strict=True)
        ]

    def _full(
        self, pairs: Sequence[tuple[str, str]], lines: Sequence[str], parted: Sequence[bool]
    ) -> list[bool]:
        width = max(map(len, lines))
        none = [False] * len(pairs)
        if width > _WIDEST:
            return none
        full = _filling(pairs, max(width, _NARROWEST))
        witnesses = [fills for fills, new in zip(full, parted[1:], strict=True) if not new]
        filling = sum(witnesses)
        if filling > 1:
            return full if 2 * filling >= len(witnesses) else none
        if not filling or (lines[0][0].isdigit() and lines[1][0].isdigit()):
            return none
        if _is_title(lines):
            return none
        width = self._width_of_text()
        return _filling(pairs, max(width, _NARROWEST)) if width <= _WIDEST else none

    def _width_of_text(self) -> int:
        """Give the length of the longest line of the text."""
        if not self._longest:
            start = 0
            while (end := self._shape.find("\n", start)) >= 0:
                self._longest = max(self._longest, end - start)
                start = end + 1
            self._longest = max(self._longest, len(self._shape) - start)
        return self._longest


def _is_title(lines: Sequence[str]) -> bool:
    """Say whether a longest line is a title above sentences of a line each."""
    sentences = lines[1:]
    closed = all(line[-1] in _SENTENCE_END for line in sentences)
    return len(sentences) > 1 and closed and sentences[0].lstrip()[0].isupper()


def _filling(pairs: Sequence[tuple[str, str]], width: int) -> list[bool]:
    return [len(line) + 1 + _first_word(below) > width for line, below in pairs]


def _first_word(line: str) -> int:
    """Give the length of the first word of a line."""
    line = line.lstrip()
    size = line.find(" ")
    return size if size >= 0 else len(line)


def _continues(line: str, below: str) -> bool:
    """Say whether a line that begins in lower case continues the one before it."""
    if line[-1] in _SENTENCE_END:
        return False
    return not (":" in below and _LABELLED.match(line) and _LABELLED.match(below))
