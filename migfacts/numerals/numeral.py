"""The numeral, and the numbers it may hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, cast

import msgspec

Form = Literal[
    "digits", "words", "fraction", "ordinal", "ratio", "multiple", "range", "spread", "code"
]

#: Beyond these powers of ten a numeral is no fact (design: 10^±30).
MAX_EXPONENT: Final = 30
ONE: Final = Decimal(1)
#: A letter stands for so much only beside money: `$10T`.
TRILLION: Final = Decimal(10) ** 12


class Numeral(msgspec.Struct, gc=False):
    """A written number: tokens `first` up to `last`, and its value.

    A range has `low` and `high` and no value, `12 ± 2` has all three. `precision` is the last
    place as written. `symbol` is a scale letter directly after the digits (`88m`), which may as
    well be a unit: (the factor, the token after the letter). A `code` is a run of digits that
    is no number: `192.168.1.2`, or one beyond 10^±30. `items` are the numerals of a range or
    ratio; `scale` the scale word that it ends with. `open` says that a plus ends it, `20+`.
    """

    first: int
    last: int
    form: Form
    value: Decimal | None
    precision: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    symbol: tuple[Decimal, int] | None = None
    items: tuple[Numeral, ...] = ()
    scale: Decimal | None = None
    open: bool = False

    @property
    def top(self) -> Decimal:
        """The largest number that it names."""
        return cast(Decimal, self.high if self.high is not None else self.value)


def plain(value: Decimal) -> Decimal:
    """The same number without a positive exponent and without trailing zeros after the mark."""
    if value == value.to_integral_value():
        return value.quantize(ONE) if value.adjusted() <= 27 else Decimal(int(value))
    return value.normalize()


def written_precision(mantissa: Decimal, scale: Decimal = ONE) -> Decimal:
    """The last place of a number as written: 100 for 8,500, 0.1 for 1.3, 1 below 1,000."""
    exponent = cast(int, mantissa.as_tuple().exponent)
    if exponent < 0:
        return plain(scale.scaleb(exponent))
    digits = str(abs(int(mantissa)))
    if len(digits) <= 3:
        return plain(scale)
    return plain(scale.scaleb(len(digits) - len(digits.rstrip("0"))))


def in_bounds(value: Decimal) -> bool:
    """Is the number within the powers of ten that facts may have?"""
    return value == 0 or -MAX_EXPONENT <= value.adjusted() <= MAX_EXPONENT


def quotient(value: Decimal) -> Decimal:
    """A quotient to twelve significant digits."""
    return plain(value.quantize(Decimal(1).scaleb(value.adjusted() - 11)) if value else value)
