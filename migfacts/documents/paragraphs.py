"""The blocks of plain text, told from its lines."""

import re

from migfacts.kept.patterns import precompiled

from .document import Block
from .prose import with_line_ends
from .rows import GAP, STROKE
from .wrapping import Wrapping

_BLANK_LINES = precompiled(r"\n(?:[^\S\n]*+\n)++")
_SPACE = precompiled(r"\s*+")
_MARKER = precompiled(
    r"[•·‣▪●◦○■□➢➤→\uf0b7]\s*+"
    r"|(?:[-*]"
    r"|(?P<dash>[–—])"
    r"|\(?(?P<number>[0-9]{1,3})(?:\.[0-9]{1,3}){0,3}[.)]"
    r"|\((?:[a-z]|[ivxlc]{2,5})\)|[A-Za-z]\)"
    r")(?:\s++|$)"
)
_RULE = precompiled(r"[-=_*~#+.•–—|\s]++\Z")
_UNDERLINE = precompiled(r"(?:={3,}+|-{3,}+)\Z")
_COLUMN_GAP = precompiled(r"[ \t]{3,}+|\t")
_HEADING_SIZE = 80
_CLOSED = ".!?:;,"

# How a line stands to the one before it.
_PLAIN, _DOUBTFUL, _NEW, _ALONE = range(4)


def split(prose: str) -> list[Block]:
    """Take the prose of a plain text, give its blocks in order.

    Blank lines, list markers, ruled lines and hard ends of lines part them, and in a table the
    gaps between its columns. An end of line inside a wrapped paragraph parts nothing.
    """
    splitter = _Splitter(prose)
    shape = splitter.shape
    at = 0
    for gap in _BLANK_LINES.finditer(shape):
        splitter.paragraph(at, gap.start())
        at = gap.end()
    splitter.paragraph(at, len(shape))
    blocks = splitter.blocks
    if blocks and blocks[-1].kind == "heading":  # of nothing
        blocks[-1] = blocks[-1]._replace(kind="paragraph")
    return blocks


class _Splitter:
    def __init__(self, prose: str) -> None:
        self.shape = with_line_ends(prose)
        self.blocks: list[Block] = []
        self._wrapping = Wrapping(self.shape)
        self._has_columns = "\t" in self.shape or "   " in self.shape or "\n|" in f"\n{self.shape}"

    def paragraph(self, start: int, end: int) -> None:
        """Add the blocks of a stretch without blank lines inside."""
        shape = self.shape
        while end > start and shape[end - 1].isspace():
            end -= 1
        if start < end and shape[start].isspace():
            start = _SPACE.match(shape, start, end).end()  # type: ignore[union-attr]
        if start == end:
            return
        if shape.find("\n", start, end) < 0:
            self._block(start, end, one_line=True)
        else:
            self._lines(start, shape[start:end].split("\n"))

    def _lines(self, start: int, raw: list[str]) -> None:
        """Add the blocks of the lines that begin at `start`."""
        lines = [line.rstrip() for line in raw]
        parts = self._parts(lines)
        if True not in parts:
            self._block(start, start + sum(map(len, raw)) + len(raw) - 1, one_line=False)
            return
        at, joined = start, 1
        for full, line, parted in zip(raw, lines, [*parts, True], strict=True):
            if parted:
                self._block(start, at + len(line), one_line=joined == 1)
                start, joined = at + len(full) + 1, 0
            joined += 1
            at += len(full) + 1

    def _parts(self, lines: list[str]) -> list[bool]:
        """Say of each line but the last whether its end is the end of a block."""
        kinds = [self._kind(line) for line in lines]
        runs_on = self._wrapping.runs_on(lines, [kind > _DOUBTFUL for kind in kinds])
        parts = []
        in_list = kinds[0] in (_NEW, _DOUBTFUL)
        for line, kind, below, on in zip(lines, kinds, kinds[1:], runs_on, strict=False):
            if below == _DOUBTFUL:
                below = _PLAIN if on and not in_list and line[-1] not in _CLOSED else _NEW
            in_list = in_list or below == _NEW
            parts.append(not on or below > _DOUBTFUL or kind == _ALONE)
        return parts

    def _kind(self, line: str) -> int:
        """Say how a line stands to the one before it."""
        if self._has_columns and self._is_row(line.strip()):
            return _ALONE
        if line[0].isalpha() and line[1:2] != ")":
            return _PLAIN
        line = line.lstrip()
        if _RULE.match(line):
            return _ALONE
        marker = _MARKER.match(line)
        if not marker:
            return _PLAIN
        if marker["dash"] or (marker["number"] or "1") != "1":
            return _DOUBTFUL
        return _NEW

    def _block(self, start: int, end: int, *, one_line: bool) -> None:
        """Add what stands between two offsets: a block, the cells of a row, or nothing."""
        shape = self.shape
        start = _SPACE.match(shape, start, end).end()  # type: ignore[union-attr]
        kind = "paragraph"
        if not shape[start].isalpha() or shape[start + 1 : start + 2] == ")":
            if _RULE.match(shape, start, end):
                self._underline(start, end)
                return
            if marker := _MARKER.match(shape, start, end):
                start, kind = marker.end(), "item"
                if start == end:
                    return
        if one_line and self._has_columns and self._is_row(shape[start:end]):
            self._cells(start, end)
            return
        if one_line and kind == "paragraph" and self._is_heading(start, end):
            kind = "heading"
        self.blocks.append(Block(start, end, kind))

    def _is_row(self, line: str) -> bool:
        """Is a line a row of cells, between strokes or with wide gaps?"""
        stroked = line.startswith("|") and line.count("|") > 1
        return stroked or _COLUMN_GAP.search(line) is not None

    def _is_heading(self, start: int, end: int) -> bool:
        if end - start > _HEADING_SIZE:
            return False
        return self.shape[start].isupper() and self.shape[end - 1] not in _CLOSED

    def _underline(self, start: int, end: int) -> None:
        """Make a heading of the block right above, if this is a line under it."""
        if not self.blocks or not _UNDERLINE.match(self.shape, start, end):
            return
        above = self.blocks[-1]
        if above.kind == "paragraph" and self.shape.count("\n", above.start, start) == 1:
            self.blocks[-1] = above._replace(kind="heading")

    def _cells(self, start: int, end: int) -> None:
        """Add the cells of a row."""
        at = start
        gaps = re.compile(STROKE if self.shape[start] == "|" else GAP)
        for gap in gaps.finditer(self.shape, start, end):
            self._cell(at, gap.start())
            at = gap.end()
        self._cell(at, end)

    def _cell(self, start: int, end: int) -> None:
        while start < end and self.shape[start].isspace():
            start += 1
        while start < end and self.shape[end - 1].isspace():
            end -= 1
        if start < end:
            self.blocks.append(Block(start, end, "cell"))
