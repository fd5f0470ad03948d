"""Rows: in which table, row and column a cell stands; empty cells count.

Strokes or tabs are counted; where spaces part the cells, a cell is of the head over it.
"""

import re
from typing import Final, NamedTuple

from .document import Block, Document

#: What parts the cells of a row: strokes, or wide gaps.
STROKE: Final = r"(?<!\\)\|"
GAP: Final = r" {2,}|\t"
#: A row may stand so many lines below the one before it: the line under the head is none.
_NEXT: Final = 2
#: A wider table is counted, since each of its cells would look at each head.
MOST_COLUMNS: Final = 64
#: How a cell of figures begins; a year may be a head.
_FIGURES: Final = r"(?!(?:19|20)[0-9]{2}\b)[-–−+~≈<>≤≥(]?[$€£]?[0-9]"


class Cell(NamedTuple):
    """A place in a table, each number counted from nought; row 0 is the head."""

    table: int
    row: int
    column: int


class Rows:
    """Follows the cells of a document, which must be asked for in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._table, self._row, self._column = -1, 0, 0
        self._line = self._at = self._start = 0
        #: Where the cells of a head stand in their line, if spaces part them.
        self._spans: list[tuple[int, int]] = []
        self._bars = STROKE

    def cell(self, block: Block) -> Cell | None:
        """Where a block stands in its table; None where it is no cell."""
        document = self._document
        if block.kind != "cell":
            if document.markup == "markdown":
                self._line = 0
            return None
        start, end = document.span(block.start, block.end)
        line, _ = document.place(start)
        if line != self._line:
            self._open(line, start)
        self._column += len(re.findall(self._bars, document.text[self._at : start]))
        self._at = start
        column = self._column
        if self._spans:
            column = _nearest(self._spans, start - self._start, end - self._start)
        return Cell(self._table, self._row, column)

    def _open(self, line: int, at: int) -> None:
        """Begin with a row: is it the head of a table?"""
        text = self._document.text
        self._start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        row = text[self._start : end if end >= 0 else len(text)].rstrip()
        plain = self._document.markup == "text"
        opens = self._line == 0 or line > self._line + _NEXT
        if plain:
            is_head = _is_head(row)
            opens = opens or is_head
        else:
            is_head, opens = True, opens or self._is_parted(at)
        led = _is_stroked(row)
        stroked = led or not plain
        if opens:
            self._table, self._row = self._table + 1, 0 if is_head else 1
            by_place = is_head and not stroked and "\t" not in row
            spans = _spans(row) if by_place else []
            self._spans = spans if len(spans) <= MOST_COLUMNS else []
        else:
            self._row += 1
        self._bars = STROKE if stroked else GAP
        self._line, self._at = line, self._start + (len(row) - len(row.lstrip())) * plain
        self._column = -led

    def _is_parted(self, start: int) -> bool:
        """Does an empty line stand above, which ends a table of Markdown?"""
        text = self._document.text
        below = text.rfind("\n", 0, start)
        return not text[text.rfind("\n", 0, below) + 1 : below].strip()


def _is_stroked(row: str) -> bool:
    """Does a stroke open a row?"""
    return row.lstrip().startswith("|")


def _is_head(row: str) -> bool:
    """Are the cells of a row of plain text, but its first one, no figures?"""
    pattern = STROKE if _is_stroked(row) else GAP
    cells = [cell.strip() for cell in re.split(pattern, row.strip().strip("|"))]
    told = [cell for cell in cells[1:] if cell and any(map(str.isalnum, cell))]
    return bool(told) and not any(re.match(_FIGURES, cell) for cell in told)


def _spans(row: str) -> list[tuple[int, int]]:
    """From where to where the cells of a line stand that wide gaps part."""
    return [found.span() for found in re.finditer(r"\S+(?: \S+)*", row)]


def _nearest(spans: list[tuple[int, int]], start: int, end: int) -> int:
    """The head under which a cell stands, or to which it is nearest."""
    return min(range(len(spans)), key=lambda at: max(spans[at][0] - end, start - spans[at][1]))
