"""Tables: what the head of a column, and the first cell of a row, say of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from migfacts.beside import dates, heads
from migfacts.beside.head_units import Head
from migfacts.context import entity, place
from migfacts.context.mention import marks, telling
from migfacts.context.noun import Entity
from migfacts.documents import Cell, Rows
from migfacts.languages import Language
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Block, Document


class Said(Struct, frozen=True):
    """What a table says of the numbers in a cell: their noun, and where and when they hold.

    `cell` is where they stand in it, None outside tables; `label` the first cell of their row, in
    small letters, `unit` what its head or label gives a bare number: `Funding (US$ m)`; `measured`
    that it is one for the cell itself, and `names` that the numbers of a cell are none.
    """

    cell: Cell | None = None
    label: str = ""
    head: Entity | None = None
    place: str | None = None
    period: str | None = None
    unit: Head | None = None
    scope: tuple[str, ...] = ()
    measured: bool = False
    names: bool = False


class Column(Struct, frozen=True):
    """What the head of a column says of its cells.

    `plain` that it names nothing that is counted, `Target`, `USD`; `unscaled` that the unit of the
    whole table is not its own, `Ratio`; `of_units` that its cells are the units of their rows,
    `of_names` that its numbers are none: `No.`, `Code`.
    """

    head: Entity | None = None
    period: str | None = None
    unit: Head | None = None
    scope: tuple[str, ...] = ()
    plain: bool = False
    unscaled: bool = False
    of_units: bool = False
    of_names: bool = False


NOTHING: Final = Said()
UNTOLD: Final = Column()
#: Of a line over a list, in characters.
LONGEST: Final = 120


class Columns:
    """Follows the cells of a document's tables, and knows each column's head."""

    def __init__(self, document: Document, lang: Language) -> None:
        self._document = document
        self._lang = lang
        self._rows = Rows(document)
        self._index_heads = lang.lexicon.having("index_head")
        self._table = -1
        self._columns: dict[int, Column] = {}
        self._of_places = False
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
            self._table, self._columns, self._of_places = cell.table, {}, False
            self._row, self._of_row = 0, NOTHING
        prose = self._document.prose
        sentence = next(sentences(prose, block.start, block.end, self._lang), None)
        label = prose[block.start : block.end].lower() if cell.column == 0 else ""
        if cell.row == 0 and self._is_index(prose[block.start : block.end]):
            self._columns[cell.column] = Column(of_names=True)
            return Said(cell, label)
        if sentence is None:
            return Said(cell, label)
        if cell.row == 0:
            told = self._columns[cell.column] = _column(sentence)
            if cell.column == 0:
                self._of_places = any("located" in word.roles for word in sentence.words)
            return Said(cell, label, unit=told.unit)
        column = self._columns.get(cell.column, UNTOLD)
        if column.of_names:
            return Said(cell, label, names=True)
        if cell.column == 0:
            self._row = cell.row
            named, place = _label(sentence), self._place(sentence)
            period, unit = _period(sentence), heads.of(sentence)
            self._of_row = Said(cell, label, named, place, period, unit, _scope(sentence))
            measured = column.unit is not None and column.unit.kind == "age"
            unit = column.unit if measured else unit
            return Said(cell, label, column.head, unit=unit, measured=measured)
        row = self._of_row if self._row == cell.row else NOTHING
        if column.of_units:
            self._row = cell.row
            self._of_row = replace(row, unit=heads.merged(row.unit, heads.of(sentence)))
            return Said(cell, row.label)
        head, unit = column.head, column.unit or row.unit
        unit = unit or self._captioned(column, sentence)
        own = row.head is not None and row.place is None and (unit is not None or row.head.counted)
        if head is None and own and (column.period is not None or column.plain):
            head = row.head  # a row of deaths under the years
        period, scope = row.period or column.period, column.scope or row.scope
        return Said(cell, row.label, head, row.place, period, unit, scope, measured=True)

    def _captioned(self, column: Column, sentence: Sentence) -> Head | None:
        """What the line over the table says of a cell; nothing of people, ratios and years."""
        counted = column.head is not None and column.head.counted
        year = column.period is None and _period(sentence) is not None
        return None if counted or year or column.unscaled else self._caption

    def _is_index(self, head: str) -> bool:
        """`No.`, `#`, `Code`: are the numbers below a head names?"""
        head = head.strip().rstrip(".")
        return head == "#" or head.lower() in self._index_heads

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
        if block.end - block.start > LONGEST:
            return NOTHING
        unit = None
        for sentence in sentences(self._document.prose, block.start, block.end, self._lang):
            unit = heads.over(sentence)
        return NOTHING if unit is None else Said(unit=unit)

    def _place(self, sentence: Sentence) -> str | None:
        """The place that the first cell of a row names: a known one, or one of a column of them."""
        size = len(sentence.words)
        if any("in_total" in word.roles for word in sentence.words):
            return None  # All provinces
        known = place.known(sentence, 0) == size
        named = self._of_places and all(tag in "XZ-jkn" for tag in sentence.tags)
        return sentence.text(0, size) if known or (named and sentence.words[0].capital) else None


def _label(sentence: Sentence) -> Entity | None:
    """What the label of a row names that may be counted; no name, and not `Total`."""
    total = "in_total" in sentence.words[0].roles
    if total or not sentence.tags.strip("X") or place.known(sentence, 0) is not None:
        return None
    return entity.heading(sentence)


def _column(sentence: Sentence) -> Column:
    """What the cell at the head of a column says."""
    unit, first = heads.of(sentence), sentence.words[0].roles
    plain = (unit is not None and unit.whole) or _is_generic(sentence)
    head = None if plain else entity.heading(sentence, unit.noun if unit is not None else 0)
    of_units = len(sentence.words) == 1 and "unit_head" in first
    period = _period(sentence) or _period_within(sentence)
    unscaled = any("unscaled" in word.roles for word in sentence.words)
    return Column(head, period, unit, _scope(sentence), plain, unscaled, of_units)


def _is_generic(sentence: Sentence) -> bool:
    """`Baseline`, `Target (2024)`, `Total`: does a head name no thing, but the rows do?"""
    roles, behind = sentence.words[0].roles, sentence.tags[1:2]
    return bool(roles & {"generic", "in_total"}) and behind in ("", "(", ",", "#")


def _period(sentence: Sentence) -> str | None:
    """The year, month or day that a cell is, if it is no more than that."""
    point = dates.read(sentence, 0)
    if point is None or point.year is None or point.last != len(sentence.words):
        return None
    return point.period


def _period_within(sentence: Sentence) -> str | None:
    """The one date in a head, `Budget 2024 (USD)`; none of `Change since 2023`."""
    words, found, at = sentence.words, None, 0
    open_ended = sentence.lang.dates.since | sentence.lang.dates.until
    while at < len(words):
        point = dates.read(sentence, at)
        if point is None:
            at += 1
            continue
        told = point.year in dates.BARE_YEARS and found is None
        before = words[at - 1] if at else None
        if not told or (before is not None and (before.rates or before.lower in open_ended)):
            return None
        found, at = point.period, point.last
    compared = any(word.roles & {"than", "against", "from"} for word in words)
    return None if compared else found


def _scope(sentence: Sentence) -> tuple[str, ...]:
    """What standing a head gives its numbers: `People targeted`, `Received (US$)`."""
    return tuple(mark.says for mark in marks(sentence, telling(sentence), sentence.lang.scopes))
