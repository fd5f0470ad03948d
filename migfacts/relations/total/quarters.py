"""Quarters: the total of a year, and what its quarters or halves had, in sentences near it.

And the total of a quarter with its three months.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, are_all, whole_of
from migfacts.relations.passage import Passage
from migfacts.relations.times import month_of

#: How many quarters and halves a year has, and how many months they have.
QUARTERS, HALVES = 4, 2
YEAR: Final = 12
MONTHS: Final = YEAR // QUARTERS
#: In how many sentences the quarters are told, and how far from them the year.
REACH, FAR = 6, 4


class _Told(NamedTuple):
    """Which parts of a time a sentence names, in its order, and of how many."""

    many: int
    ranks: list[int]


def read(passages: list[Passage]) -> Iterator[Relation]:
    """`It took 41,200 calls. There were 9,400 in the first quarter …`: the years of a document."""
    at = 0
    while at < len(passages):
        found = _parts(passages, at)
        if found is None:
            at += 1
            continue
        parts, end = found
        near = passages[max(0, at - FAR) : end + FAR]
        added = sum(part.value or 0 for part in parts)
        if not any(fact.value == added for each in near for fact in each.facts):
            yield from _total([each for each in near if _may_tell_all(each, len(parts))], parts)
        at = end


def _may_tell_all(passage: Passage, many: int) -> bool:
    """The total of months is told of a quarter, that of a year of no month."""
    return passage.has("quarters") if many == MONTHS else month_of(passage) is None


def _parts(passages: list[Passage], start: int) -> tuple[list[Fact], int] | None:
    """The numbers of all parts of a time that are told from a sentence on, and where they end."""
    first = _told(passages[start])
    if first is None or first.ranks[0] != 1:
        return None
    parts: list[Fact] = []
    for at in range(start, min(start + REACH, len(passages))):
        passage = passages[at]
        told = _told(passage)
        if told is None:
            continue
        numbers = [fact for fact in passage.facts if fact.kind in (*NUMBERS, "money")]
        wanted = range(len(parts) + 1, len(parts) + len(told.ranks) + 1)
        if told.many != first.many or told.ranks != [*wanted] or len(numbers) != len(wanted):
            return None
        parts += numbers
        if len(parts) == first.many:
            sound = all(alike(parts[0], part) and part.change is None for part in parts)
            return (parts, at + 1) if sound else None
    return None


def _told(passage: Passage) -> _Told | None:
    """The parts of a year, or the months of a quarter, that a sentence names."""
    for name, many in (("quarters", QUARTERS), ("halves", HALVES)):
        if passage.has(name):
            ranks = [(passage.position(fact), int(fact.value or 0)) for fact in passage.facts
                     if fact.kind == "ordinal"]  # fmt: skip
            last = [(match.start(), many) for match in passage.find("{last_quarter}")]
            found = [rank for _, rank in sorted([*ranks, *last])]
            return _Told(many, found) if found else None
    return _of_months(passage)


def _of_months(passage: Passage) -> _Told | None:
    """`From January to March`; `in January … in February … in March`."""
    months = passage.words.language.dates.months
    named = [months[word.lower] for word in passage.sentence.words if word.lower in months]
    if len(named) == MONTHS and named[0] % MONTHS == 1:
        three = [*range(named[0], named[0] + MONTHS)] == named
        return _Told(MONTHS, [*range(1, MONTHS + 1)]) if three else None
    if len(named) != HALVES:
        return None
    first, last = named
    for many in (QUARTERS, HALVES):
        size = YEAR // many
        if first % size == 1 and last == first + size - 1:
            return _Told(many, [last // size])
    return None


def _total(near: list[Passage], parts: list[Fact]) -> Iterator[Relation]:
    """The only number near them that comes to about as much."""
    inside = {part.start for part in parts}
    largest = max(part.value or 0 for part in parts)
    totals = [
        fact
        for passage in near
        for fact in passage.facts
        if fact.start not in inside and alike(fact, parts[0]) and (fact.value or 0) > largest
        and are_all(fact, parts) and fact.change is None
    ]  # fmt: skip
    if len(totals) == 1:
        yield whole_of(totals[0], parts)
