"""Times: when something was and how long it took, as a sentence tells it."""

from __future__ import annotations

import msgspec

from migfacts.fact import Fact
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


def as_said(passage: Passage, time: Fact) -> Fact:
    """`EUR 3,720 over twelve months`: in the time, and in no more of it."""
    bound = passage.words.pattern(r"^{over_time} ").match(time.text.lower())
    return time if bound is None else msgspec.structs.replace(time, bound="exact")
