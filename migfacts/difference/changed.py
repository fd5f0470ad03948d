"""What changed between two versions of a fact.

Number, bound, unit, denominator and period change also where one side does not say them. Of all
else only what both sides say is compared: a rewording may leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from migfacts.difference.subject import Subject
from migfacts.query import interval

_MEASURED: Final = frozenset(("measure", "duration", "age"))


def changed(old: Subject, new: Subject) -> tuple[str, ...]:
    """The fields that changed, in the order of the record; none if they say the same."""
    return tuple(dict.fromkeys(_changed(old, new)))


def same_number(old: Subject, new: Subject) -> bool:
    """Is it the same number, in whatever unit: 5 km and 5,000 m?"""
    if old.fact.kind != new.fact.kind and old.family == new.family == "percent":
        return _share(old) == _share(new) and _about(old, new)
    if old.fact.unit == new.fact.unit or old.family not in _MEASURED:
        return old.number == new.number and _share(old) == _share(new)
    return _in_unit(old, new) == new.number


def same_dimension(old: Subject, new: Subject) -> bool:
    """Do they measure the same? An amount of money may come in another currency."""
    one, other = old.fact.unit, new.fact.unit
    if old.family != new.family:
        return False
    if one == other or old.family not in _MEASURED:
        return True
    if one is None or other is None:
        return False
    from migfacts import units

    return units.line(one, other) is not None


def _changed(old: Subject, new: Subject) -> Iterator[str]:
    a, b = old.fact, new.fact
    is_same = same_number(old, new)
    if old.family == "date":
        if not is_same:
            yield "period"
        return
    if not is_same:
        sides = zip(("value", "low", "high"), old.number, new.number, strict=False)
        yield from (name for name, one, other in sides if one != other)
    if a.bound != b.bound:
        yield "bound"
    if _share(old) != _share(new) and not (is_same and old.family in _MEASURED):
        yield "unit"
    if a.per != b.per:
        yield "per"
    if _differ(old.head, new.head) and a.kind == b.kind == "count" and not _told(old, new):
        yield "entity"
    if old.marks != new.marks and a.qualifier and b.qualifier:
        yield "qualifier"
    if _differ(a.change, b.change):
        yield "change"
    if _days(a.period) != _days(b.period):
        yield "period"
    if places_differ(a.place, b.place):
        yield "place"
    if scopes_differ(a.scope, b.scope):
        yield "scope"
    if _differ(a.statistic, b.statistic):
        yield "statistic"


def places_differ(one: str | None, other: str | None) -> bool:
    """Are they two places? `Cox's Bazar, Bangladesh` is `Cox's Bazar`."""
    if not one or not other:
        return False
    first, second = (set(each.casefold().replace(",", " ").split()) for each in (one, other))
    return not (first <= second or second <= first)


def scopes_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Are they two standings, such as planned and reached?"""
    return bool(one) and bool(other) and set(one).isdisjoint(other)


def _differ(one: object, other: object) -> bool:
    """Do both sides say it, and not the same?"""
    return bool(one) and bool(other) and one != other


def _told(old: Subject, new: Subject) -> bool:
    """Does one sentence speak of what the other counts, so that it may only be reworded?"""
    return old.head in new.words or new.head in old.words


def _about(old: Subject, new: Subject) -> bool:
    """Is a ratio the percentage, in the places that this is written with: a third, 33 per cent?"""
    one, other = (_value(each) for each in (old, new))
    percent = old.fact if old.fact.kind == "percent" else new.fact
    if one is None or other is None or percent.precision is None:
        return old.number == new.number
    return abs(one - other) * 2 <= percent.precision


def _value(subject: Subject) -> Decimal | None:
    value = subject.number[0]
    return value if isinstance(value, Decimal) else None


def _share(subject: Subject) -> str | None:
    """The unit; a ratio is a share as a percentage is."""
    return "percent" if subject.fact.kind == "ratio" else subject.fact.unit


def _days(period: str | None) -> tuple[str, str] | None:
    return None if period is None else interval(period)


def _in_unit(old: Subject, new: Subject) -> object:
    """The number of the old version in the unit of the new one, None if nothing leads there."""
    one, other = old.fact.unit, new.fact.unit
    if one is None or other is None:
        return None
    from migfacts import units

    line = units.line(one, other)
    if line is None:
        return None
    return tuple(
        None if number is None else Fraction(number) * line.slope + line.shift
        for number in old.number
    )
