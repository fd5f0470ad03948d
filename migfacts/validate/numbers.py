"""Numbers: which of value, low and high a fact has, and whether its precision fits them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Final

from migfacts.fact import Fact, plain_number
from migfacts.fault import Complaint

_LOWER: Final = frozenset(("at_least", "more_than"))
_UPPER: Final = frozenset(("at_most", "less_than"))
#: Enough digits for any number that a fact may hold, divided by any other.
_WIDE: Final = Context(prec=100)


def combination(fact: Fact) -> Iterator[Complaint]:
    """A date has a period and no number; all else a value, or both ends, or a value within."""
    if fact.kind == "date":
        for name in ("value", "low", "high"):
            if getattr(fact, name) is not None:
                yield Complaint(name, "must be null, since a date has a period and no number")
        if fact.period is None:
            yield Complaint("period", "missing, and a date is nothing else")
    elif fact.value is None:
        for name in ("low", "high"):
            if getattr(fact, name) is None:
                yield Complaint(name, "missing, and so is value")
    elif fact.bound in _LOWER:
        yield from _one_sided(fact, "low", "high")
    elif fact.bound in _UPPER:
        yield from _one_sided(fact, "high", "low")
    else:
        yield from _within(fact, fact.value)


def _one_sided(fact: Fact, same: str, other: str) -> Iterator[Complaint]:
    end = getattr(fact, same)
    if end is None:
        yield Complaint(same, f"missing; {fact.bound} gives it the value {_shown(fact.value)}")
    elif end != fact.value:
        yield Complaint(
            same, f"is {_shown(end)}, but {fact.bound} with the value {_shown(fact.value)}"
        )
    if getattr(fact, other) is not None:
        yield Complaint(other, f"must be null, since {fact.bound} leaves that end open")


def _within(fact: Fact, value: Decimal) -> Iterator[Complaint]:
    """`12 ± 2` has both ends beside its value, other values have none."""
    low, high = fact.low, fact.high
    if low is None and high is None:
        return
    for name, end in (("low", low), ("high", high)):
        if end is None:
            yield Complaint(name, f"missing; {fact.bound} has both ends beside its value or none")
    if low is not None and low > value:
        yield Complaint("low", f"is {_shown(low)}, above the value {_shown(value)}")
    if high is not None and high < value:
        yield Complaint("high", f"is {_shown(high)}, below the value {_shown(value)}")


def order(fact: Fact) -> Iterator[Complaint]:
    """A range that runs backwards is kept as its document has it, so this is a warning."""
    if fact.low is not None and fact.high is not None and fact.low > fact.high:
        message = f"is {_shown(fact.low)}, above high, {_shown(fact.high)}"
        yield Complaint("low", message, "warning")


def precision(fact: Fact) -> Iterator[Complaint]:
    """The last place as written: every number of the fact is so many of it.

    A ratio is a quotient, whose digits say nothing of the words it was written in.
    """
    place = fact.precision
    if place is None:
        return
    if place <= 0:
        yield Complaint("precision", f"is {_shown(place)}, but must be above 0")
        return
    if fact.kind == "ratio":
        return
    for name in ("value", "low", "high"):
        number = getattr(fact, name)
        if number is not None and _WIDE.remainder(number, place):
            yield Complaint("precision", f"is {_shown(place)}, but {name} is {_shown(number)}")
            return


def _shown(number: Decimal | None) -> str:
    return "null" if number is None else plain_number(number)
