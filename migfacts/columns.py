"""Facts as rows of an SQLite table: its columns, their types, and what a cell holds.

SQLite knows whole numbers of 64 bits (INTEGER) and binary fractions, which keep 15 significant
digits of any number (REAL). A whole number is stored as the one, all else as the other and read
back with 15 digits, so that 0.1 is 0.1 again and 0.1 + 0.2 is 0.3. Lists are JSON arrays.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

import msgspec

from migfacts.fact import FIELDS, NUMBERS
from migfacts.kept.patterns import precompiled

TABLE: Final = "facts"
Cell: TypeAlias = str | int | float | bytes | None

_LISTS: Final = ("concepts", "scope")
_INTEGERS: Final = ("start", "end", "line", "column", "page")
#: Field -> the type of its column. Columns of other names have none: their cells have their own.
TYPES: Final = {
    **dict.fromkeys(FIELDS, "TEXT"),
    **dict.fromkeys(NUMBERS, "NUMERIC"),
    **dict.fromkeys(_INTEGERS, "INTEGER"),
}
_MOST_INTEGER: Final = 2**63 - 1
_INTEGER_DIGITS: Final = 19
_REAL_DIGITS: Final = 15
#: Below this a binary fraction holds every whole number.
_WHOLE: Final = 2.0**53
_SURROGATES: Final = precompiled("[\ud800-\udfff]")
_ENCODER: Final = msgspec.json.Encoder()
_LIST: Final = msgspec.json.Decoder(list[str])


def create(names: Sequence[str], table: str = TABLE) -> str:
    """The statement that makes a table with these columns."""
    columns = (f"{quoted(name)} {TYPES.get(name, '')}".rstrip() for name in names)
    return f"CREATE TABLE {quoted(table)} ({', '.join(columns)})"


def insert(names: Sequence[str]) -> str:
    """The statement that adds a row of so many cells to the table."""
    return f"INSERT INTO {quoted(TABLE)} VALUES ({', '.join('?' * len(names))})"


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def row(values: Iterable[str | int | float | Decimal | Iterable[str] | None]) -> list[Cell]:
    """The cells of a row; most values are cells already, which is seen here in half the time."""
    return [
        value
        if value is None or type(value) is int or (type(value) is str and value.isascii())
        else cell(value)
        for value in values
    ]


def cell(value: str | int | float | Decimal | Iterable[str] | None) -> Cell:
    """A value of a fact, or of a row of output, as SQLite stores it."""
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATES.sub("\ufffd", value)
    if isinstance(value, Decimal):
        return _number(value)
    return _ENCODER.encode([cell(each) for each in value]).decode() if value else "[]"


def _number(value: Decimal) -> int | float:
    if value.adjusted() < _INTEGER_DIGITS:
        whole = int(value)
        if whole == value and abs(whole) <= _MOST_INTEGER:
            return whole
    return float(value)


def value(
    name: str, cell: Cell, exact: dict[float, Decimal]
) -> str | int | float | Decimal | list[str] | None:
    """What a cell of the result's column of that name says.

    `exact` are the numbers that SQLite cannot hold, by what it makes of them.
    """
    if isinstance(cell, float):
        return exact.get(cell) or _decimal(cell)
    if isinstance(cell, int):  # which SQLite makes of a fraction that has no room for its point
        return exact.get(cell, cell)
    if isinstance(cell, bytes):
        return f"X'{cell.hex().upper()}'"
    if name in _LISTS and isinstance(cell, str) and cell.startswith("["):
        try:
            return _LIST.decode(cell)
        except msgspec.MsgspecError:
            return cell
    return cell


def _decimal(real: float) -> Decimal | str:
    """A REAL to the last digit that it surely holds; text for what is no number in JSON."""
    if not math.isfinite(real):
        return "Infinity" if real > 0 else "-Infinity"
    if real.is_integer() and abs(real) < _WHOLE:
        return Decimal(int(real))
    return Decimal(format(real, f".{_REAL_DIGITS}g"))
