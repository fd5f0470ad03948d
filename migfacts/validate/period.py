"""Periods: ISO 8601 dates and intervals whose days exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from migfacts.fact import Fact
from migfacts.fault import Complaint
from migfacts.kept.patterns import precompiled

OPEN: Final = ".."
_DATE: Final = precompiled(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_FORMS: Final = "write it as 2023, 2023-04, 2023-04-30, 2014/2023, 1951/.. or ../2030"


def period(fact: Fact) -> Iterator[Complaint]:
    """The period is of the record's forms, and its days exist; one that runs backwards is kept."""
    if fact.period is not None:
        yield from _complaints(fact.period)


@lru_cache(maxsize=4096)
def _complaints(given: str) -> tuple[Complaint, ...]:
    start, slash, end = given.partition("/")
    sides = [start, end] if slash else [start]
    dates = [side for side in sides if side != OPEN]
    if not dates or not all(map(_DATE.fullmatch, dates)):
        return (Complaint("period", f"{given!r} is no period; {_FORMS}"),)
    for side in dates:
        if not _exists(side):
            return (Complaint("period", f"{side!r} is no date of the calendar"),)
    if len(dates) == 2 and _day(start) > _day(end):
        return (Complaint("period", f"{given!r} ends before it starts", "warning"),)
    return ()


def _exists(given: str) -> bool:
    try:
        date.fromisoformat(_day(given))
    except ValueError:
        return False
    return True


def _day(given: str) -> str:
    """The first day of a year or month."""
    return given + "-01-01"[len(given) - 4 :]
