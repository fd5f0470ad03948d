"""Relative dates: `last year`, `this month`, resolved only against a known document date."""

from __future__ import annotations

from datetime import date

from migfacts.context.mention import Mention
from migfacts.tokens import Sentence


def find(sentence: Sentence, tokens: list[int], day: date) -> list[Mention]:
    """The relative dates of a sentence that start at one of the tokens, as periods."""
    words, table = sentence.words, sentence.lang.relative_dates
    found = []
    for at in tokens:
        match = table.match(words, at)
        if match is not None:
            (unit, steps), last = match
            found.append(Mention(at, last, period(day, unit, steps)))
    return found


def period(day: date, unit: str, steps: int) -> str:
    """The year, month or day that lies some steps from a date, as ISO 8601."""
    if unit == "year":
        return f"{day.year + steps:04d}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + steps
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    from datetime import timedelta

    return (day + timedelta(days=steps)).isoformat()
