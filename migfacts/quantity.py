"""The quantity: a numeral with its kind, unit and bound, and where its words stand."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from migfacts.fact import Bound, Kind
from migfacts.numerals.numeral import Numeral, plain


class Quantity(msgspec.Struct, gc=False):
    """A numeral that a kind took: tokens `first` up to `last`, with bound, currency and unit.

    `after` is the first token behind it, where the counted noun is looked for. `period` is
    that of a date.
    """

    kind: Kind
    numeral: Numeral
    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    precision: Decimal
    bound: Bound = "exact"
    unit: str | None = None
    unit_text: str | None = None
    per: str | None = None
    period: str | None = None
    #: What an initial behind the number stands for: `49M, 15F`.
    noun: str | None = None


class Reference(msgspec.Struct, gc=False):
    """A number that is a name or a label, and so no fact: tokens `first` up to `last`.

    `why` says by which rule, for who asks.
    """

    first: int
    last: int
    why: str = ""


def of(kind: Kind, numeral: Numeral, first: int, last: int) -> Quantity:
    """A quantity with the numbers of its numeral."""
    return Quantity(
        kind, numeral, first, last, numeral.value, numeral.low, numeral.high, numeral.precision
    )


def rescale(quantity: Quantity, numeral: Numeral) -> None:
    """Read the letter behind the digits as a scale: `88m` is 88 million."""
    if numeral.symbol is None:
        return
    factor, after = numeral.symbol
    quantity.value, quantity.precision = _times(numeral.value, factor), numeral.precision * factor
    quantity.low, quantity.high = _times(numeral.low, factor), _times(numeral.high, factor)
    quantity.last = max(quantity.last, after)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return plain(value * factor) if value is not None else None
