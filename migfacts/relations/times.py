"""Times: when something was and how long it took, as a sentence tells it, and what it is about."""

from __future__ import annotations

from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS
from migfacts.relations.passage import Passage

#: A year, a month or a day, as ISO 8601 has them.
YEAR: Final = precompiled(r"\d{4}(?:-\d\d){0,2}")
#: Words so long tell what a sentence is about.
LONG: Final = 4
#: How many words behind a number may tell its month.
MONTH: Final = 4
#: Tags of nouns, whether they may be verbs or not.
_NOUNS: Final = "nNkKbzXZ"


def month_of(passage: Passage) -> int | None:
    """The month that a sentence names, 1 to 12, if it names one and no other."""
    months = passage.words.language.dates.months
    found = {months[word.lower] for word in passage.sentence.words if word.lower in months}
    return found.pop() if len(found) == 1 else None


def month_behind(passage: Passage, fact: Fact) -> int | None:
    """The month that follows a number: `412 names in March`."""
    months = passage.words.language.dates.months
    said = (months.get(word.strip(",.;")) for word in passage.after(fact).split()[:MONTH])
    return next((month for month in said if month is not None), None)


def one_year_on(before: str | None, after: str | None) -> bool:
    """Are two periods a year and the next?"""
    if before is None or after is None or not (before.isdigit() and after.isdigit()):
        return False
    return int(after) - int(before) == 1


def as_said(passage: Passage, time: Fact) -> Fact:
    """`EUR 3,720 over twelve months`: in the time, and in no more of it."""
    bound = passage.words.pattern(r"^{over_time} ").match(time.text.lower())
    return time if bound is None else msgspec.structs.replace(time, bound="exact")


def topics(passage: Passage) -> set[str]:
    """The nouns of a sentence, without those of its units."""
    sentence = passage.sentence
    units = {
        word
        for fact in passage.facts
        if fact.kind not in NUMBERS
        for word in fact.text.lower().split()
    }
    months = passage.words.language.dates.months
    return {
        passage.words.language.singular(word.lower)
        for word, tag in zip(sentence.words, sentence.tags, strict=True)
        if tag in _NOUNS
        and len(word.lower) >= LONG
        and word.lower not in months
        and word.lower not in units
    }


def is_point(date: Fact) -> bool:
    """Is it a year, a month or a day?"""
    return YEAR.fullmatch(date.period or "") is not None


def span_of(start: list[Fact], length: Fact, *, how: str, end: Fact | None = None) -> Relation:
    """The relation of a beginning, a length of time and perhaps an end."""
    roles = {"start": start, "length": [length]}
    if end is not None:
        roles["end"] = [end]
    return Relation(kind="span", roles=roles, how=how)
