"""Rows: in which table, row and column a cell stands; empty cells count."""

import re
from typing import Final, NamedTuple

from .document import Block, Document

#: What parts the cells of a row, by the markup of the document.
_BARS: Final = {"markdown": r"(?<!\\)\|", "text": r"[ \t]{3,}|\t"}
#: A row may stand so many lines below the one before it: the line under the head is none.
_NEXT: Final = 2


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
        self._line = self._at = 0

    def cell(self, block: Block) -> Cell | None:
        """Where a block stands in its table; None where it is no cell."""
        if block.kind != "cell":
            self._line = 0
            return None
        document = self._document
        start, _ = document.span(block.start, block.end)
        line, _ = document.place(start)
        if line != self._line:
            opens = self._line == 0 or line > self._line + _NEXT or self._is_parted(start)
            self._table, self._row = self._table + opens, 0 if opens else self._row + 1
            self._line, self._at = line, document.text.rfind("\n", 0, start) + 1
            self._column = -document.text.startswith("|", self._at)
        bars = re.compile(_BARS[document.markup])
        self._column += len(bars.findall(document.text, self._at, start))
        self._at = start
        return Cell(self._table, self._row, self._column)

    def _is_parted(self, start: int) -> bool:
        """Does an empty line stand above, which ends a table of Markdown?"""
        document = self._document
        if document.markup != "markdown":
            return False
        below = document.text.rfind("\n", 0, start)
        return not document.text[document.text.rfind("\n", 0, below) + 1 : below].strip()
