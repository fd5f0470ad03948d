"""Which facts are wanted, and in which order: filters and sort keys, as a user writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from migfacts.fact import BOUNDS, FIELDS, KINDS, Fact

Test: TypeAlias = Callable[[Fact], bool]
#: First and last day as ISO text, which sorts as the days do; `""` and `~` where it is open.
Interval: TypeAlias = tuple[str, str]

_WORD: Final = re.compile(r"\w+")
_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NUMBER: Final = re.compile(
    r"([+-]?(?:\d{1,30}(?:[,_]\d{1,3}){0,10})?(?:\.\d{1,30})?)(?:[eE]([+-]?\d{1,3}))?\s?([a-zA-Z]*)"
)


class QueryError(ValueError):
    """A filter that cannot be understood. `str` says what is wrong and how to mend it."""


class SortKey(NamedTuple):
    """A field to sort by, and whether its greatest values come first."""

    field: str
    falling: bool


def one_of(what: str, given: str, known: Sequence[str]) -> str:
    """A name that must be one of those known; `at-least` is taken for `at_least`.

    Raises:
        QueryError: it is not; the message says the nearest one.
    """
    name = given.strip().lower().replace("-", "_")
    if name not in known:
        raise QueryError(f"unknown {what} {given!r}; {nearest(name, known)}")
    return name


def nearest(name: str, known: Sequence[str]) -> str:
    """What to say to a user who wrote an unknown name."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"


def fields(given: str) -> tuple[str, ...]:
    """The fields of `a,b,c`, in that order, each once."""
    names = dict.fromkeys(filter(None, map(str.strip, given.split(","))))
    if not names:
        raise QueryError(f"no field is named; known: {', '.join(FIELDS)}")
    return tuple(one_of("field", name, FIELDS) for name in names)


def sort_key(given: str) -> SortKey:
    """The key of `FIELD` or `-FIELD`."""
    return SortKey(one_of("field", given.removeprefix("-"), FIELDS), given.startswith("-"))


def number(given: str, scales: Mapping[str, Decimal]) -> Decimal:
    """The number of `8500`, `8,500`, `1e6` or, with the scale letters of a language, `1.3bn`."""
    match = _NUMBER.fullmatch(given.strip())
    if match is not None:
        digits, exponent, letters = match.groups()
        scale = scales.get(letters) if letters else Decimal(1)
        if scale is not None:
            try:
                plain = Decimal(digits.replace(",", "").replace("_", ""))
                return plain.scaleb(int(exponent or 0)) * scale
            except InvalidOperation:
                pass
    raise QueryError(f"{given!r} is no number; write it as 8500, 8,500 or 1e6")


def period(given: str) -> Interval:
    """The days of `2023`, `2023-04`, `2023-04-30`, `2014/2023`, `2020/..` or `../2023`."""
    first, slash, last = given.strip().partition("/")
    sides = [first, last] if slash else [first]
    if any(map(_is_date, sides)) and all(side == ".." or _is_date(side) for side in sides):
        start, end = interval(given.strip())
        if start <= end:
            return start, end
        raise QueryError(f"{given!r} ends before it starts; write {last}/{first}")
    raise QueryError(f"{given!r} is no period; write it as 2023, 2023-04-30, 2014/2023 or 2020/..")


def _is_date(text: str) -> bool:
    if _DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def interval(iso: str) -> Interval:
    """The first and the last day of an ISO 8601 date or interval."""
    first, slash, last = iso.partition("/")
    last = last if slash else first
    return (
        "" if first == ".." else first + "-01-01"[len(first) - 4 :],
        "~" if last == ".." else last + "-12-31"[len(last) - 4 :],
    )


def kinds(given: Iterable[str]) -> Test:
    """Facts of any of these kinds."""
    wanted = frozenset(one_of("kind", each, KINDS) for each in given)
    return lambda fact: fact.kind in wanted


def bounds(given: Iterable[str]) -> Test:
    """Facts with any of these bounds."""
    wanted = frozenset(one_of("bound", each, BOUNDS) for each in given)
    return lambda fact: fact.bound in wanted


def units(given: Iterable[str], lang: str) -> Test:
    """Facts in any of these units, by the name of the unit or in any wording of the language."""
    wanted = frozenset(name for each in given for name in _unit_names(each, lang))

    def test(fact: Fact) -> bool:
        return fact.unit is not None and (
            fact.unit.casefold() in wanted or (fact.unit_text or "").casefold() in wanted
        )

    return test


def _unit_names(given: str, lang: str) -> Iterator[str]:
    """The unit as given, and as documents that write so are read."""
    from migfacts.extract import extract

    yield given.strip().casefold()
    for text in (f"5 {given}", f"{given} 5"):
        for fact in extract(text, lang=lang):
            if fact.unit is not None and fact.text == text:
                yield fact.unit.casefold()


def entities(given: Iterable[str]) -> Test:
    """Facts about any of these, in the number as written or in the singular."""
    wanted = _needles("entity", given)
    return lambda fact: _says(fact.entity, wanted) or _says(fact.entity_lemma, wanted)


def places(given: Iterable[str]) -> Test:
    """Facts of any of these places."""
    wanted = _needles("place", given)
    return lambda fact: _says(fact.place, wanted)


def periods(given: Iterable[str]) -> Test:
    """Facts whose period has a day in common with any of these."""
    wanted = [period(each) for each in given]

    def test(fact: Fact) -> bool:
        if fact.period is None:
            return False
        start, end = interval(fact.period)
        return any(start <= last and first <= end for first, last in wanted)

    return test


def at_least(least: Decimal) -> Test:
    """Facts whose value, or the high end of whose range, is not below this."""

    def test(fact: Fact) -> bool:
        greatest = fact.value if fact.value is not None else fact.high
        return greatest is not None and greatest >= least

    return test


def at_most(most: Decimal) -> Test:
    """Facts whose value, or the low end of whose range, is not above this."""

    def test(fact: Fact) -> bool:
        smallest = fact.value if fact.value is not None else fact.low
        return smallest is not None and smallest <= most

    return test


def select(facts: Iterable[Fact], tests: Sequence[Test]) -> Iterator[Fact]:
    """The facts that pass every test."""
    return (fact for fact in facts if all(test(fact) for test in tests))


def arrange(facts: Iterable[Fact], keys: Sequence[SortKey]) -> list[Fact]:
    """The facts sorted by the first key, then by the second; those without a value last."""
    found = list(facts)
    for field, falling in reversed(keys):
        known = [(key, fact) for fact in found if (key := _sort_value(fact, field)) is not None]
        unknown = [fact for fact in found if _sort_value(fact, field) is None]
        known.sort(key=lambda pair: pair[0], reverse=falling)
        found = [*(fact for _, fact in known), *unknown]
    return found


def _sort_value(fact: Fact, field: str) -> Any:
    """What a fact is sorted by; a range by its low end."""
    value = getattr(fact, field)
    if field == "value" and value is None:
        return fact.low if fact.low is not None else fact.high
    return "; ".join(value) if isinstance(value, list) else value


def _needles(what: str, given: Iterable[str]) -> list[str]:
    needles = [_words(each) for each in given]
    if "  " in needles:
        raise QueryError(f"an {what} needs a word" if what[0] in "aeiou" else f"a {what} needs a word")
    return needles


def _says(text: str | None, needles: Sequence[str]) -> bool:
    if text is None:
        return False
    words = _words(text)
    return any(needle in words for needle in needles)


def _words(text: str) -> str:
    """The words of a text, whatever their case, each between spaces."""
    return f" {' '.join(_WORD.findall(unicodedata.normalize('NFC', text).casefold()))} "
