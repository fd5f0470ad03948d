"""A length of time that its dates do not give, and a day that the calendar does not have.

What: a span of dates with its length, a start with the years since, an anniversary, an age with a
    year of birth, a date with its weekday.
Why: the text was carried over from another year.

Examples:
    The hearing is on Tuesday, 14 March 2024. -> Thursday
    Apply by 31 June 2024. -> no such day
    Between 2014 and 2023, a period of twelve years, its staff doubled. -> 10
    The office was founded in 1951 and marked its 60th anniversary in 2021. -> 70
Not matched:
    Between 2014 and 2023, a period of ten years, its staff doubled.
    The office was founded in 1951 and marked its 70th anniversary in 2021.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.checks.times import ends, first, last, rate_days
from migfacts.compare import Interval, agree
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.relation import Relation
from migfacts.things.thing import Thing
from migfacts.units import YEAR

CODE: Final = "period-mismatch"
FACTOR: Final = 4
#: Characters of a day, `2024-06-04`: of two days the nights and the days between are known.
DAY: Final = 10
#: Of two months, `2022-01/2023-06`: both are counted.
MONTHS: Final = 15
#: Two weeks of work end on a Friday: so much less than 14 days, in weeks and rounded up.
WEEKEND: Final = Decimal("0.3")
TENTH: Final = Decimal("0.1")


def check(evidence: Evidence) -> Iterator[Finding]:
    """The spans whose length is wrong."""
    for relation in evidence.relations:
        if relation.kind == "span" and relation.how != "extremes":
            found = _order(relation) if relation.how == "order" else _judged(relation)
            if found is not None:
                yield found
    for thing in evidence.things:
        yield from _day(thing)


def _day(thing: Thing) -> Iterator[Finding]:
    """Is the day another one of the week, or none at all?"""
    day = thing.said_day
    if day.missing:
        yield finding(CODE, f"{written(thing.fact)} is no day of the calendar", thing.fact, [])
    elif day.said != day.real:
        message = f"{day.said}, but {written(thing.fact)} is a {day.real}"
        yield finding(CODE, message, thing.fact, [], expected=day.real)


def _order(relation: Relation) -> Finding | None:
    """Does what began later end earlier?"""
    start, end = relation.one("start"), relation.one("end")
    if start is None or end is None:
        return None
    begun, ended = first(start.period or ""), last(end.period or "")
    if begun is None or ended is None or begun <= ended:
        return None
    message = f"{written(end)} is before {written(start)}, the beginning"
    return finding(CODE, message, end, [(start, "the beginning")])


def _judged(relation: Relation) -> Finding | None:
    start, end, length = relation.one("start"), relation.one("end"), relation.one("length")
    if start is None or length is None or length.value is None:
        return None
    if relation.how == "between" and end and start.start < end.start < length.start:
        backwards = _order(relation)  # opened in 2014 and was closed in 2012, five years later
        if backwards is not None:
            return backwards
    span = _span(relation.how, start, end)
    unit = rate_days(length.unit) if length.kind == "duration" else YEAR
    if span is None or unit is None:
        return None
    low, high = (Decimal(each) / unit for each in span)
    real, said = Interval(low, high), _said(length, relation.how)
    if agree(real, said) or not _near(real, said):
        return None
    whole_months = relation.how == "within" and len(start.period or "") == MONTHS
    days_on = relation.how == "between" and length.unit == "day"
    shown = high if whole_months else low if days_on else (low + high) / 2
    return _finding(start, end, length, shown)


def _near(real: Interval, said: Interval) -> bool:
    """Beyond this factor the length is that of something else."""
    if real.high is None or real.low is None or said.low is None:
        return True
    return said.low <= real.high * FACTOR and (said.high or said.low) * FACTOR >= real.low


def _span(how: str | None, start: Fact, end: Fact | None) -> tuple[int, int] | None:
    """The fewest and the most days that may lie between, by the precision of the dates."""
    if how == "within":
        found = ends(start.period)
        if found is None or found[0] > found[1]:
            return None
        one, other = found
        shorter = (start.period or "").partition("/")
        return _between(shorter[0], shorter[2], one, other)
    if how == "years":
        from_, _, to = (start.period or "").partition("/")
        years = int(to) - int(from_)
        return (int(years * YEAR), int((years + 1) * YEAR)) if years > 0 else None
    point = (start.period or "").partition("/")[0]
    until = (end.period or "").partition("/")[0] if end is not None else ""
    one_, other_ = first(point), last(until)
    if one_ is None or other_ is None or one_ > other_:
        return None
    return _between(point, until, one_, other_)


def _between(start: str, end: str, one: date, other: date) -> tuple[int, int]:
    """With the first and last day in, and with both dates at their closest."""
    latest, earliest = last(start) or one, first(end) or other
    slack = 0 if len(start) == len(end) == DAY else 1
    return max(0, (earliest - latest).days - slack), (other - one).days + 1 + slack


def _said(length: Fact, how: str | None) -> Interval:
    value = length.value or Decimal(0)
    if how in ("anniversary", "age") and length.bound == "exact":
        return Interval(value, value + (1 if how == "age" else 0))
    if length.bound in ("at_least", "more_than"):
        return Interval(value, None)
    if length.bound in ("at_most", "less_than"):
        return Interval(None, value)
    slack = Decimal(0) if length.kind == "ordinal" else Decimal("0.5")
    if length.bound == "approx":
        slack = max(slack, value * TENTH)
    if length.unit in ("day", "week", "month") and length.bound == "exact":
        slack = min(slack, value * TENTH)
    below = max(slack, WEEKEND) if length.unit == "week" else slack
    return Interval(value - below, value + slack)


def _finding(start: Fact, end: Fact | None, length: Fact, real: Decimal) -> Finding:
    whole = Decimal(round(real))
    shown = number(whole if real >= 2 and whole != length.value else round(real, 1))
    unit = length.unit if length.kind == "duration" else "year"
    dates = written(start)
    if end is not None:
        dates = f"from {dates.removeprefix('since ')} to {written(end)}"
    message = f"{written(length)}, but {dates} is about {shown} {unit}{'' if shown == '1' else 's'}"
    # the date of the document, and days without a year, stand nowhere as facts
    dated = [fact for fact in (start, end) if fact is not None and fact.end > fact.start]
    related = [(fact, "date") for fact in dated]
    return finding(CODE, message, length, related, expected=f"{shown} {unit}s")
