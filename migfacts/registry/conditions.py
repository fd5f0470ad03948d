"""The conditions under which an entry of facts.toml holds: unit, period and place."""

from __future__ import annotations

from typing import Final

from migfacts.compare import digits, in_disorder
from migfacts.fact import Fact
from migfacts.registry import Entry
from migfacts.things.thing import Thing

#: Of `2024-06-30`, in characters.
DAY: Final = 10
FACTOR: Final = 2
#: So few digits are in disorder by chance.
SHORT: Final = 2
_PERCENT: Final = frozenset(("%", "percent"))


def is_close(fact: Fact, entry: Entry) -> bool:
    """Could the one be an older figure of the other, and no part of a larger whole?"""
    wanted = entry.value or entry.high or entry.low
    if not wanted or not fact.value:
        return False
    return 1 / FACTOR <= fact.value / wanted <= FACTOR


def is_disordered(thing: Thing, entry: Entry) -> bool:
    """Are the digits those of the entry in disorder, at its own time?"""
    wanted, value = entry.value, thing.fact.value
    if wanted is None or value is None or entry.period is None:
        return False
    many = len(digits(value)) == len(digits(wanted)) > SHORT
    slip = many and value != wanted and in_disorder(value, wanted)
    return slip and thing.fact.period == entry.period and is_close(thing.fact, entry)


def same_unit(fact: Fact, entry: Entry) -> bool:
    """Is a fact in the unit of an entry, or in one that can be converted?"""
    if entry.unit is None:
        return fact.kind in ("count", "number")
    if entry.unit in _PERCENT:
        return fact.kind == "percent" and fact.unit == "percent"
    if fact.kind == "money":
        return fact.unit == entry.unit
    return fact.kind in ("measure", "duration") and entry.unit.upper() != entry.unit


def same_period(thing: Thing, entry: Entry) -> bool:
    """Is it told of the period of an entry, by its own date or that of its document?"""
    period = thing.period
    if entry.period is None:
        return (
            period is None
            or thing.day is None
            or period[:4] == thing.day[:4]
            or bool(thing.definite)
        )
    if period is None and thing.day is None and thing.title is not None:
        return thing.title.times[1] == {entry.period}  # Handbook, edition 2024
    if period is None:
        return thing.day is not None and entry.period == thing.day[: len(entry.period)]
    # a stock at a day of the year
    return period == entry.period or (len(period) == DAY and period.startswith(entry.period))


def names(place: str, said: str | None, thing: Thing) -> bool:
    """Does a fact, its sentence or the title name the place of an entry?"""
    wanted = place.lower()
    if said is not None and wanted in said.lower():
        return True
    titled = said is None and thing.title is not None and wanted in thing.title.text
    return titled or wanted in thing.fact.sentence.lower()
