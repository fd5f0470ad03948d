"""Dates and lengths of time, as checks reckon with them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.units import DAYS_OF

_POINT: Final = precompiled(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def rate_days(per: str | None) -> Decimal | None:
    """How many days a period has; None if it is none."""
    return DAYS_OF.get(per or "")


def length_in_days(fact: Fact) -> Decimal | None:
    """The length of a duration in days."""
    unit = rate_days(fact.unit)
    return None if unit is None or fact.value is None else fact.value * unit


def first(point: str) -> date | None:
    """The first day of `2023`, `2023-04` or `2023-04-30`."""
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None


def last(point: str) -> date | None:
    """The last day of `2023`, `2023-04` or `2023-04-30`."""
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        chosen = month or 12
        return date(year, chosen, day or monthrange(year, chosen)[1])
    except ValueError:
        return None


def ends(period: str | None) -> tuple[date, date] | None:
    """The first and the last day of a period; None if it is open, or no period."""
    start, slash, end = (period or "").partition("/")
    one, other = first(start), last(end if slash else start)
    return None if one is None or other is None else (one, other)


def days(period: str | None) -> Decimal | None:
    """How many days a period has."""
    found = ends(period)
    if found is None or found[0] > found[1]:
        return None
    return Decimal((found[1] - found[0]).days + 1)
