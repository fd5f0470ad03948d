"""Tables: what the head of a column, and the first cell of a row, say of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.beside import dates
from migfacts.context import entity, place
from migfacts.context.noun import Entity
from migfacts.documents import Cell, Rows
from migfacts.languages import Language
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Block, Document


class Said(NamedTuple):
    """What a table says of the numbers in a cell: their noun, and where and when they hold.

    `cell` is where they stand in it, None outside tables; `label` the first cell of their row, in
    small letters.
    """

    cell: Cell | None = None
    label: str = ""
    head: Entity | None = None
    place: str | None = None
    period: str | None = None


NOTHING: Final = Said()


class Columns:
    """Follows the cells of a document's tables, and knows each column's head."""

    def __init__(self, document: Document, lang: Language) -> None:
        self._document = document
        self._lang = lang
        self._rows = Rows(document)
        self._table = -1
        self._heads: dict[int, Entity | None] = {}
        self._of_places = False
        self._periods: dict[int, str | None] = {}
        self._row, self._of_row = 0, NOTHING

    def said(self, block: Block) -> Said:
        """What is told of the numbers of a block; nothing outside tables, little in heads."""
        cell = self._rows.cell(block)
        if cell is None:
            return NOTHING
        if cell.table != self._table:
            self._table, self._heads, self._of_places = cell.table, {}, False
            self._periods = {}
            self._row, self._of_row = 0, NOTHING
        prose = self._document.prose
        sentence = next(sentences(prose, block.start, block.end, self._lang), None)
        label = prose[block.start : block.end].lower() if cell.column == 0 else ""
        if sentence is None:
            return Said(cell, label)
        if cell.row == 0:
            self._heads[cell.column] = entity.heading(sentence)
            self._periods[cell.column] = _period(sentence)
            if cell.column == 0:
                self._of_places = any("located" in word.roles for word in sentence.words)
            return Said(cell, label)
        if cell.column == 0:
            self._row = cell.row
            self._of_row = Said(cell, label, None, self._place(sentence), _period(sentence))
            return Said(cell, label, self._heads.get(0))
        row = self._of_row if self._row == cell.row else NOTHING
        period = row.period or self._periods.get(cell.column)
        return Said(cell, row.label, self._heads.get(cell.column), row.place, period)

    def _place(self, sentence: Sentence) -> str | None:
        """The place that the first cell of a row names: a known one, or one of a column of them."""
        size = len(sentence.words)
        known = place.known(sentence, 0) == size
        named = self._of_places and all(tag in "XZ-jkn" for tag in sentence.tags)
        return sentence.text(0, size) if known or (named and sentence.words[0].capital) else None


def _period(sentence: Sentence) -> str | None:
    """The year, month or day that a cell is, if it is no more than that."""
    point = dates.read(sentence, 0)
    if point is None or point.year is None or point.last != len(sentence.words):
        return None
    return point.period
