"""Days: what a text says of a date beside its number, and what the calendar says of it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from migfacts.beside import dates
from migfacts.fact import Fact
from migfacts.things.thing import MONTH, Day
from migfacts.tokens import Sentence

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

#: Of a year, and of `2024-03-14`, in characters.
YEAR: Final = 4
LENGTH: Final = 10
#: What stands before the end of a time of which the beginning is not told.
OPEN: Final = "../"
#: So many tokens may lead to a date and belong to it: `until 31 June 2024`.
LEAD: Final = 2
#: Before it a text may count by another calendar.
EARLIEST: Final = "1923"

DECEMBER: Final = "12"


def day(passage: Passage, fact: Fact, first: int) -> Day:
    """The weekday that stands before a date, the one that it was, and whether there is such a day.

    Weekdays are counted as in ISO 8601, from Monday, 1.
    """
    points = (dates.read(passage.sentence, at) for at in range(first, first + LEAD))
    point = next((each for each in points if each is not None), None)
    missing = point is not None and point.is_no_day
    said = _said(passage.sentence, first)
    period = (fact.period or "").removeprefix(OPEN)
    if period < EARLIEST:
        return Day()
    if said is None or len(period) != LENGTH or "/" in period:
        return Day(missing=missing)
    names = passage.sentence.lang.dates.weekday_names
    real = date.fromisoformat(period).isoweekday()
    return Day(names[said], names[real], missing)


def _said(sentence: Sentence, first: int) -> int | None:
    """`Tuesday, 14 March 2024`: the weekday before a date; none in `Monday to Friday, 2 May`."""
    tags, at = sentence.tags, first - 1
    while at > 0 and tags[at] in ",d(":
        at -= 1
    if at < 0 or (at > 0 and tags[at - 1] in "t-c"):
        return None
    word = sentence.words[at]
    named = word.capital or sentence.lang.small_months
    return sentence.lang.dates.weekdays.get(word.lower) if named else None


def stepped(passage: Passage, fact: Fact) -> str | None:
    """`91 per cent in 2024, from 78 per cent two years ago`: the period of a number, years back."""
    period = fact.period or ""
    length = next(iter(passage.behind(fact)), None)
    steps = length.value if length is not None and length.unit == "year" else None
    if not period[:YEAR].isdigit() or "/" in period or steps is None:
        return fact.period
    behind = passage.skeleton[passage.position(fact) + 1 :]
    if passage.words.pattern(r"^ T {ago}").match(behind) is None:
        return fact.period
    year = int(period[:YEAR]) - int(steps)
    return f"{year:04d}{period[YEAR:MONTH]}" if year > 0 else None


def last_day(period: str | None) -> str | None:
    """The last day of a year or a month: `at the end of 2023`."""
    year, _, month = (period or "").partition("-")
    if not year.isdigit() or not (month.isdigit() or not month):
        return period
    last = monthrange(int(year), int(month or DECEMBER))[1]
    return f"{year}-{month or DECEMBER}-{last}"
