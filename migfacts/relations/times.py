"""Times: when a sentence says that something was."""

from __future__ import annotations

from migfacts.relations.passage import Passage


def month_of(passage: Passage) -> int | None:
    """The month that a sentence names, 1 to 12, if it names one and no other."""
    months = passage.words.language.dates.months
    found = {months[word.lower] for word in passage.sentence.words if word.lower in months}
    return found.pop() if len(found) == 1 else None


def one_year_on(before: str | None, after: str | None) -> bool:
    """Are two periods a year and the next?"""
    if before is None or after is None or not (before.isdigit() and after.isdigit()):
        return False
    return int(after) - int(before) == 1
