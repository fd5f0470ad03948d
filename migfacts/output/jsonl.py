"""JSON Lines: one record a line, in order, as soon as it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from migfacts.fact import plain_number

if TYPE_CHECKING:
    from migfacts.output import Row

#: Halves of surrogate pairs, which are no text and have no place in UTF-8.
_SURROGATES: Final = "[\ud800-\udfff]"
_ENCODER: Final = msgspec.json.Encoder()


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """One line a row."""
    for row in rows:
        yield record(fields, row) + "\n"


def record(fields: Sequence[str], row: Row) -> str:
    """A row as a JSON object, keys in order, numbers with every digit and no exponent."""
    named = {
        field: msgspec.Raw(plain_number(value).encode()) if type(value) is Decimal else value
        for field, value in zip(fields, row, strict=True)
    }
    try:
        return _ENCODER.encode(named).decode()
    except UnicodeEncodeError:
        return _ENCODER.encode({key: _sound(value) for key, value in named.items()}).decode()


def _sound(value: object) -> object:
    if isinstance(value, list):
        return [_sound(each) for each in value]
    return re.sub(_SURROGATES, "\ufffd", value) if isinstance(value, str) else value
