"""The table: one line a row in the width of the terminal, cells cut where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from migfacts.output.values import grouped, plain
from migfacts.output.visible import shorten, shorten_left, visible, width

if TYPE_CHECKING:
    from migfacts.output import Look, Row, Value

#: Columns that are set to the right whatever they hold; those whose end says more than their
#: beginning.
_RIGHT: Final = frozenset({"value", "low", "high", "precision"})
_END_MATTERS: Final = frozenset({"where", "path"})
#: The room that a column keeps while others can still give some; together they fit 80 columns.
_FLOORS: Final = {"kind": 8, "value": 21, "unit": 7, "entity": 12, "period": 9, "where": 13}
_FLOOR: Final = 12
#: The room that it keeps on a terminal so narrow that this is not enough.
_LEAST: Final = 3
_GAP: Final = "  "
#: Above so many rows rich takes seconds, and nobody sees the colours.
_PAINTED_ROWS: Final = 200


def write(fields: Sequence[str], rows: Iterable[Row], look: Look) -> Iterator[str]:
    """The header and one line a row; nothing where there is no row."""
    fields, rows = [visible(field) for field in fields], list(rows)
    if not rows:
        return
    cells = [[_cell(value) for value in row] for row in rows]
    room = _share(fields, cells, look.width)
    right = [
        field in _RIGHT or _are_numbers(column)
        for field, column in zip(fields, zip(*rows, strict=True), strict=True)
    ]
    header = _fitted(fields, fields, room, right)
    if look.colour and len(cells) <= _PAINTED_ROWS:
        from migfacts.output.paint import painted

        yield from painted(fields, header, (_fitted(fields, row, room, right) for row in cells))
        return
    yield _GAP.join(header).rstrip() + "\n"
    for row in cells:
        yield _GAP.join(_fitted(fields, row, room, right)).rstrip() + "\n"


def _cell(value: Value) -> str:
    return grouped(value) if isinstance(value, Decimal) else visible(plain(value))


def _are_numbers(column: Sequence[Value]) -> bool:
    told = [value for value in column if value is not None]
    return bool(told) and all(isinstance(value, int | float | Decimal) for value in told)


def _share(fields: Sequence[str], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """The width of each column: as wide as its widest cell if all of them fit into `total`."""
    room = [
        min(max(width(field), *map(width, column)), total)
        for field, column in zip(fields, zip(*cells, strict=True), strict=True)
    ]
    over = sum(room) + len(_GAP) * (len(room) - 1) - total
    for floors in ([_FLOORS.get(field, _FLOOR) for field in fields], [_LEAST] * len(room)):
        while over > 0:
            widest = max(range(len(room)), key=lambda at: room[at] - floors[at])
            if room[widest] <= floors[widest]:
                break
            room[widest] -= 1
            over -= 1
    return room


def _fitted(
    fields: Sequence[str], row: Sequence[str], room: Sequence[int], right: Sequence[bool]
) -> list[str]:
    """The cells of a row cut and filled to the room of their columns."""
    fitted = []
    for field, cell, size, is_right in zip(fields, row, room, right, strict=True):
        cut = shorten_left(cell, size) if field in _END_MATTERS else shorten(cell, size)
        blank = " " * (size - width(cut))
        fitted.append(blank + cut if is_right else cut + blank)
    return fitted
