"""Single values as text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from migfacts.fact import plain_number

if TYPE_CHECKING:
    from migfacts.output import Value


def plain(value: Value) -> str:
    """A value as text: every digit and no exponent, lists joined, nothing for None."""
    match value:
        case str():
            return value
        case None:
            return ""
        case Decimal():
            return plain_number(value)
        case list():
            return "; ".join(value)
    return str(value)


def grouped(value: Decimal) -> str:
    """A number for reading eyes: exact, its thousands marked by commas."""
    return format(value, ",f")


def many(count: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
