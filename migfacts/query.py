"""Which facts are wanted, and in which order.

A filter is a `Test`; `select` keeps the facts that pass all of several.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from migfacts.fact import Fact

Test: TypeAlias = Callable[[Fact], bool]
#: First and last day as ISO text, which sorts as the days do; `""` and `~` where it is open.
Interval: TypeAlias = tuple[str, str]

_WORD: Final = r"\w+"


class SortKey(NamedTuple):
    """A field to sort by, and whether its greatest values come first."""

    field: str
    falling: bool = False


def select(facts: Iterable[Fact], tests: Sequence[Test]) -> Iterator[Fact]:
    """The facts that pass every test."""
    if not tests:
        return iter(facts)
    return (fact for fact in facts if all(test(fact) for test in tests))


def kinds(wanted: Collection[str]) -> Test:
    """Facts of any of these kinds."""
    return lambda fact: fact.kind in wanted


def bounds(wanted: Collection[str]) -> Test:
    """Facts with any of these bounds."""
    return lambda fact: fact.bound in wanted


def units(given: Iterable[str], lang: str) -> Test:
    """Facts in any of these units, by its name or in any wording of the language."""
    wanted = frozenset(name for each in given for name in _unit_names(each, lang))

    def test(fact: Fact) -> bool:
        return fact.unit is not None and (
            fact.unit.casefold() in wanted or (fact.unit_text or "").casefold() in wanted
        )

    return test


def _unit_names(given: str, lang: str) -> Iterator[str]:
    """The unit as given, and as a document that writes so is read."""
    from migfacts.pipeline import extract

    yield given.strip().casefold()
    for text in (f"5 {given}", f"{given} 5"):
        for fact in extract(text, lang=lang):
            if fact.unit is not None and fact.text == text:
                yield fact.unit.casefold()


def entities(wanted: Iterable[str]) -> Test:
    """Facts about any of these, in the number as written or in the singular."""
    needles = [_words(each) for each in wanted]
    return lambda fact: _says(fact.entity, needles) or _says(fact.entity_lemma, needles)


def places(wanted: Iterable[str]) -> Test:
    """Facts of any of these places."""
    needles = [_words(each) for each in wanted]
    return lambda fact: _says(fact.place, needles)


def _says(text: str | None, needles: Sequence[str]) -> bool:
    if text is None:
        return False
    words = _words(text)
    return any(needle in words for needle in needles)


def _words(text: str) -> str:
    """The words of a text, whatever their case, each between spaces."""
    return f" {' '.join(re.findall(_WORD, unicodedata.normalize('NFC', text).casefold()))} "


def periods(wanted: Collection[Interval]) -> Test:
    """Facts whose period has a day in common with any of these."""

    def test(fact: Fact) -> bool:
        if fact.period is None:
            return False
        start, end = interval(fact.period)
        return any(start <= last and first <= end for first, last in wanted)

    return test


@lru_cache(maxsize=4096)
def interval(iso: str) -> Interval:
    """The first and the last day of an ISO 8601 date or interval."""
    first, slash, last = iso.partition("/")
    last = last if slash else first
    return (
        "" if first == ".." else first + "-01-01"[len(first) - 4 :],
        "~" if last == ".." else last + "-12-31"[len(last) - 4 :],
    )


def at_least(least: Decimal) -> Test:
    """Facts whose value, or the high end of whose range, is not below this."""

    def test(fact: Fact) -> bool:
        greatest = fact.high if fact.value is None else fact.value
        return greatest is not None and greatest >= least

    return test


def at_most(most: Decimal) -> Test:
    """Facts whose value, or the low end of whose range, is not above this."""

    def test(fact: Fact) -> bool:
        smallest = fact.low if fact.value is None else fact.value
        return smallest is not None and smallest <= most

    return test


def arrange(facts: Iterable[Fact], keys: Sequence[SortKey]) -> list[Fact]:
    """The facts sorted by the first key, then by the next; those without a value go last."""
    found = list(facts)
    for field, falling in reversed(keys):
        keyed = [(_sort_value(fact, field), fact) for fact in found]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: pair[0], reverse=falling)
        found = [fact for _, fact in known]
        found += [fact for value, fact in keyed if value is None]
    return found


def _sort_value(fact: Fact, field: str) -> Any:
    """What a fact is sorted by; a range by its low end."""
    value = getattr(fact, field)
    if field == "value" and value is None:
        return fact.high if fact.low is None else fact.low
    return "; ".join(value) if isinstance(value, list) else value
