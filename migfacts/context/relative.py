"""Relative dates: `last year`, by a known document date; `that year`, by the date named last."""

from __future__ import annotations

from datetime import date
from typing import Final

from migfacts.context.mention import Mention
from migfacts.tokens import Sentence

#: The units of wordings that point back to a date, and how much of its period they take.
NAMED: Final = {"named": 4, "named_month": 7, "named_time": 10}
#: Wordings that count from the date named before them in their sentence: `a year earlier`.
STEPPED: Final = "named_step"
#: In characters of a period; a day of this year may be none of the last.
YEAR, MONTH = 4, 7


def find(
    sentence: Sentence,
    tokens: list[int],
    day: date | None,
    dates: list[Mention],
    last_named: str | None,
    *,
    month: date | None = None,
) -> list[Mention]:
    """The relative dates of a sentence that start at one of the tokens, as periods.

    Args:
        day: the date of the document.
        dates: the other dates of the sentence.
        last_named: the period that was named last before it.
        month: a day of the month that the document names, where it names no day.
    """
    words, table = sentence.words, sentence.lang.relative_dates
    found = []
    for at in tokens:
        match = table.match(words, at)
        if match is None:
            continue
        (unit, steps), last = match
        if unit in NAMED and sentence.tags[last : last + 1] in ("#", "t", "X"):
            continue  # over the year 2023, over the year to June
        if unit == STEPPED:
            told = named([each for each in dates if each.first < at])
            if told is not None:
                found.append(Mention(at, last, f"{int(told[:YEAR]) + steps:04d}{told[YEAR:MONTH]}"))
        elif unit in NAMED:
            told = named([each for each in dates if each.first < at]) or last_named
            size = NAMED[unit]
            if told is not None and (len(told) >= size or unit == "named_time"):
                found.append(Mention(at, last, told[:size]))
        elif day is not None:
            found.append(Mention(at, last, period(day, unit, steps)))
        elif month is not None and unit in ("year", "month"):
            found.append(Mention(at, last, period(month, unit, steps)))
    return found


def named(dates: list[Mention]) -> str | None:
    """The period of the last of some dates, if it is one year, month or day."""
    told = dates[-1].says if dates else ""
    return told if told[:YEAR].isdigit() and "/" not in told and ".." not in told else None


def period(day: date, unit: str, steps: int) -> str:
    """The year, month or day that lies some steps from a date, as ISO 8601."""
    if unit == "year":
        return f"{day.year + steps:04d}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + steps
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    from datetime import timedelta

    return (day + timedelta(days=steps)).isoformat()
