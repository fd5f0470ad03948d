"""Tables: what the head of a column, and the first cell of a row, say of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.beside import dates, heads
from migfacts.beside.heads import Head
from migfacts.context import entity, place
from migfacts.context.mention import marks, telling
from migfacts.context.noun import Entity
from migfacts.documents import Cell, Rows
from migfacts.languages import Language
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Block, Document


class Said(NamedTuple):
    """What a table says of the numbers in a cell: their noun, and where and when they hold.

    `cell` is where they stand in it, None outside tables; `label` the first cell of their row, in
    small letters, `unit` what its head or label gives a bare number: `Funding (US$ m)`.
    """

    cell: Cell | None = None
    label: str = ""
    head: Entity | None = None
    place: str | None = None
    period: str | None = None
    unit: Head | None = None
    scope: tuple[str, ...] = ()


NOTHING: Final = Said()
#: Of a line over a list, in characters.
LONGEST: Final = 120


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
        self._units: dict[int, Head | None] = {}
        self._scopes: dict[int, tuple[str, ...]] = {}
        #: The columns that tell the unit of each row, and what that of this row says.
        self._units_told: set[int] = set()
        self._unit_told: Head | None = None
        #: The columns whose head names nothing that is counted: `Target`, `USD`.
        self._plain: set[int] = set()
        self._row, self._of_row = 0, NOTHING
        self._caption: Head | None = None
        self._over_list, self._item_end, self._is_tight = NOTHING, 0, False

    def said(self, block: Block) -> Said:
        """What is told of the numbers of a block; nothing outside tables, little in heads."""
        cell = self._rows.cell(block)
        if cell is None:
            self._read_list(block)
            return self._over_list
        if cell.table != self._table:
            self._caption = self._over_list.unit
            self._table, self._heads, self._of_places = cell.table, {}, False
            self._periods, self._units, self._scopes = {}, {}, {}
            self._units_told, self._unit_told, self._plain = set(), None, set()
            self._row, self._of_row = 0, NOTHING
        prose = self._document.prose
        sentence = next(sentences(prose, block.start, block.end, self._lang), None)
        label = prose[block.start : block.end].lower() if cell.column == 0 else ""
        if sentence is None:
            return Said(cell, label)
        if cell.row == 0:
            self._periods[cell.column] = _period(sentence)
            unit = self._units[cell.column] = heads.of(sentence)
            plain = (unit is not None and unit.whole) or _is_generic(sentence)
            self._heads[cell.column] = None if plain else entity.heading(sentence)
            if plain:
                self._plain.add(cell.column)
            self._scopes[cell.column] = _scope(sentence)
            if len(sentence.words) == 1 and "unit_head" in sentence.words[0].roles:
                self._units_told.add(cell.column)
            if cell.column == 0:
                self._of_places = any("located" in word.roles for word in sentence.words)
            return Said(cell, label, unit=unit)
        if cell.column == 0:
            self._row = cell.row
            named, place = entity.heading(sentence), self._place(sentence)
            period, unit = _period(sentence), heads.of(sentence)
            self._unit_told = None
            self._of_row = Said(cell, label, named, place, period, unit, _scope(sentence))
            return Said(cell, label, self._heads.get(0), unit=unit)
        row = self._of_row if self._row == cell.row else NOTHING
        if cell.column in self._units_told:
            self._unit_told = heads.of(sentence)
            return Said(cell, row.label)
        dated, head = self._periods.get(cell.column), self._heads.get(cell.column)
        unit = self._units.get(cell.column) or row.unit or self._unit_told
        if head is None or not head.counted:
            unit = unit or self._caption
        own = row.head is not None and row.place is None and (unit is not None or row.head.counted)
        if head is None and own and (dated is not None or cell.column in self._plain):
            head = row.head  # a row of deaths under the years
        scope = self._scopes.get(cell.column) or row.scope
        return Said(cell, row.label, head, row.place, row.period or dated, unit, scope)

    def _read_list(self, block: Block) -> None:
        """Keep what the line over a list says while the list lasts.

        An empty line ends one whose items stand without any between them.
        """
        if block.kind != "item":
            self._over_list, self._item_end = self._over(block), 0
            return
        if self._over_list is NOTHING:
            return
        if self._item_end:
            above, below = self._document.span(self._item_end - 1, block.start + 1)
            parted = self._document.text.count("\n", above, below) > 1
            if parted and self._is_tight:
                self._over_list = NOTHING
            self._is_tight = not parted
        self._item_end = block.end

    def _over(self, block: Block) -> Said:
        """What a line over a list says of its items: `Funding by sector (US$ million):`."""
        prose = self._document.prose
        if block.end - block.start > LONGEST or prose[block.end - 1] not in ":)":
            return NOTHING
        sentence = next(sentences(prose, block.start, block.end, self._lang), None)
        unit = heads.of(sentence) if sentence is not None else None
        return NOTHING if unit is None else Said(unit=unit)

    def _place(self, sentence: Sentence) -> str | None:
        """The place that the first cell of a row names: a known one, or one of a column of them."""
        size = len(sentence.words)
        known = place.known(sentence, 0) == size
        named = self._of_places and all(tag in "XZ-jkn" for tag in sentence.tags)
        return sentence.text(0, size) if known or (named and sentence.words[0].capital) else None


def _is_generic(sentence: Sentence) -> bool:
    """`Baseline`, `Target (2024)`: does a head name no thing, but the rows do?"""
    return "generic" in sentence.words[0].roles and sentence.tags[1:2] in ("", "(", ",", "#")


def _period(sentence: Sentence) -> str | None:
    """The year, month or day that a cell is, if it is no more than that."""
    point = dates.read(sentence, 0)
    if point is None or point.year is None or point.last != len(sentence.words):
        return None
    return point.period


def _scope(sentence: Sentence) -> tuple[str, ...]:
    """What standing a head gives its numbers: `People targeted`, `Received (US$)`."""
    return tuple(mark.says for mark in marks(sentence, telling(sentence), sentence.lang.scopes))
