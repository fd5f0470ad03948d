"""The point in time: a year, a month, a day, or an interval within one expression."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import msgspec

MONTHS, FEBRUARY, LAST_FEBRUARY = 12, 2, 28
#: The most days that a month has.
DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Point(msgspec.Struct, gc=False):
    """A year, month or day, or an interval within one expression; `last` is the token after it."""

    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: str | None = None
    month_first: bool = False
    #: No further look around is needed to know that it is a date.
    sure: bool = False
    #: Its month has no such day: `31 June 2024`, of which the month is kept.
    is_no_day: bool = False
    #: A quarter or a half of a year that is named further on: `Q1–Q3 2023`.
    is_part: bool = False
    #: Of `03/04/2022`, in which day and month could be exchanged: the day if the day comes first.
    either: Point | None = None

    @property
    def begins(self) -> str:
        """Where it begins, as ISO 8601."""
        return iso(self.year, self.month, self.day)

    @property
    def ends(self) -> str:
        """Where it ends, as ISO 8601."""
        return self.until or self.begins

    @property
    def period(self) -> str:
        """The point, or the interval, as ISO 8601."""
        return f"{self.begins}/{self.until}" if self.until else self.begins

    @property
    def year_to(self) -> str | None:
        """The year that ends with it, as ISO 8601: `the year to June 2024`; None of a year."""
        if self.year is None or self.month is None:
            return None
        if self.day is not None:
            day = min(self.day, LAST_FEBRUARY) if self.month == FEBRUARY else self.day
            before = date(self.year - 1, self.month, day)  # of a common year, if need be
            return f"{before + timedelta(days=1)}/{self.ends}"
        year, month = divmod((self.year - 1) * MONTHS + self.month, MONTHS)
        return f"{year:04d}-{month + 1:02d}/{self.ends}"

    def goes_on_in(self, later: Point) -> bool:
        """Does the next month or quarter follow: `March and April 2024`, `Q1 and Q2 2024`?"""
        if self.day is not None or later.day is not None or self.month is None:
            return False
        length = 1
        if self.is_part:
            length = int((later.until or later.begins)[5:7]) - (later.month or 0) + 1
        return later.month is not None and later.month - self.month == length

    def joined(self, later: Point) -> Point | None:
        """The point with the year and month that a later one supplies: `3 to 9 May 2023`."""
        year = self.year if self.year is not None else later.year
        month = self.month
        if month is None and self.day is not None:
            month = later.month
        if later.month is None and month is not None:
            return None
        return Point(self.last, year, month, self.day)


def iso(year: int | None, month: int | None, day: int | None) -> str:
    """A year, a month or a day as ISO 8601."""
    text = f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


def dated(last: int, year: int, month: int, day: int) -> Point:
    """A day of a year; only its month where that has no such day."""
    try:
        date(year, month, day)
    except ValueError:
        return Point(last, year, month, is_no_day=True)
    return Point(last, year, month, day)
