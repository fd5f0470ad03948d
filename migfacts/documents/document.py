"""A document: its text, the prose in it with its blocks, and the way back to the source."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from msgspec import Struct

from migfacts.kept.patterns import precompiled

# The patterns of this folder are of `re`: where one starts with a literal, as most do here, its
# search runs at 0.4 ms a MB against 1.1 with `regex`.
_LINE_END = precompiled(r"\r\n?|\n")


class Block(NamedTuple):
    """One stretch of prose that no sentence crosses: `prose[start:end]`, never empty.

    `kind` is "paragraph", "heading", "item" (of a list) or "cell" (of a table).
    """

    start: int
    end: int
    kind: str


class Runs(NamedTuple):
    """Where the characters of the prose come from: three lists of equal length, one entry a run.

    A run is a stretch of prose copied from the text, or one character that stands for a longer
    stretch of it. `prose` and `text` hold where it starts, `ends` where it ends in the text.
    """

    prose: list[int]
    text: list[int]
    ends: list[int]


class Document(Struct, frozen=True, eq=False):
    """A text and what of it is prose. It never changes once made.

    `text` is the source as it stands; the offsets of facts count its code points. `prose` is what
    the later stages read, with white space for what is no prose; it is `text` itself where there
    is nothing to take out. `blocks` are sorted, apart from one another, and offsets into `prose`;
    what lies outside them (list markers, ruled lines) is not to be read. `markup` is "text" or
    "markdown". `runs` is None where every offset is the same in `prose` and `text`.
    """

    text: str
    prose: str
    blocks: tuple[Block, ...]
    path: str | None = None
    markup: str = "text"
    runs: Runs | None = None
    _line_starts: list[int] = []  # found when first asked for; msgspec copies the empty list

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Take a span of the prose, give the span of the text it was read from.

        What was taken out inside the span is inside the result, what was taken out beside it is
        not. Never raises for 0 <= start <= end <= len(prose).
        """
        runs = self.runs
        if runs is None or not runs.prose:
            return start, end
        first = max(bisect_right(runs.prose, start) - 1, 0)
        begin = min(runs.text[first] + start - runs.prose[first], runs.ends[first])
        if end <= start:
            return begin, begin
        last = bisect_left(runs.prose, end) - 1
        run_end = runs.prose[last + 1] if last + 1 < len(runs.prose) else len(self.prose)
        if end >= run_end:
            return begin, runs.ends[last]
        return begin, runs.text[last] + end - runs.prose[last]

    def place(self, offset: int) -> tuple[int, int]:
        """Take an offset into the text, give its line and column in the source.

        Both count from 1, the column in code points. Lines end at LF, CRLF or CR.
        """
        starts = self._line_starts
        if not starts:
            starts[:] = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1
