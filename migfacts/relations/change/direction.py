"""Direction: a rise or fall that is told in words, and two values of two times beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Change, Fact
from migfacts.relation import Relation
from migfacts.relations.change.increment import is_factor
from migfacts.relations.earlier import value_before
from migfacts.relations.lists import of_one_sort, of_one_unit
from migfacts.relations.passage import Passage
from migfacts.relations.times import month_behind

_V: Final = "[NMPQT]"
#: `Waits have grown shorter: a case took 14 months in 2022 and 12 months in 2023`.
_HEADED: Final = (
    rf"^(?P<told>(?:[^A-Z:;.]|O){{3,80}}): [^A-Z;:.]{{0,40}}?(?P<a>{_V})[^A-Z;:.]{{0,40}}?D"
    rf"[^A-Z;:.]{{0,20}}?(?:{{and}}|,) [^A-Z;:.]{{0,20}}?(?P<b>{_V})[^A-Z;:.]{{0,40}}?D"
)
#: `the count was 7,300, a decline that officials praise`.
_CLOSED: Final = rf"(?P<b>{_V})[^A-Z;:.,]{{0,40}}?, {{article}} (?P<told>[^\W\d_]+)\b(?! {{of}} )"
_COMPARED: Final = (
    rf"\b{{to}} (?P<b>{_V})[^A-Z;:.]{{0,40}}?(?:D[^A-Z;:.]{{0,20}}?)?,? {{compared}} (?P<a>{_V})"
)
#: `There were 1,130 evictions in 2023, fewer than in the year before`.
_THAN_BEFORE: Final = (
    rf"(?P<b>{_V})[^A-Z;:.,()]{{0,40}}?(?:D ?)?, (?P<told>[^\W\d_]+) {{than}} "
    rf"(?:{{last_time}}|(?:{{in}} )?(?P<then>D))"
)
#: How many sentences before the earlier value may stand.
BACK: Final = 4
#: How far behind a title what it tells is told again, and how many words of so many letters both
#: have.
HEADED, SHARED, LONG = 6, 2, 4


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The changes of a passage of which only the direction is told."""
    passage = passages[at]
    for match in passage.find(_HEADED):
        one, other = passage.fact(match, "a"), passage.fact(match, "b")
        way = way_of(passage, match["told"])
        if one and other and way and _is_later(one, other):
            yield _change(one, other, way)
    yield from _after_colon(passage)
    if passage.has("compared"):
        yield from _compared(passage)
    if passage.has("than"):
        yield from _than_before(passages, at)
    for match in passage.find(_CLOSED):
        found = passage.fact(match, "b")
        named = passage.words.language.changes.nouns.get(match["told"])
        if found is not None and named is not None:
            yield from _closed(passages[max(0, at - BACK) : at + 1], found, named)


def _compared(passage: Passage) -> Iterator[Relation]:
    """`Claims dropped to 5,900 in 2023, compared with 5,400 a year earlier`: of whole years.

    Or of two months of a year or of two; of those of one name it may have dropped since the last.
    """
    for match in passage.find(_COMPARED):
        one, other = passage.fact(match, "a"), passage.fact(match, "b")
        if one is None or other is None or other.change is None or one.change is not None:
            continue
        before, after = (fact.period or "" for fact in (one, other))
        years = _is_later(one, other) and len(after) == len("2023")
        months = len(before) == len(after) == len("2023-05") and before[4:] != after[4:]
        if years or (months and before < after and of_one_unit(one, other)):
            yield _change(one, other, other.change)


def _than_before(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`In 2022 we heard 640. In 2023 there were 780, fewer than the year before`."""
    passage = passages[at]
    for match in passage.find(_THAN_BEFORE):
        later, way = passage.fact(match, "b"), way_of(passage, match["told"])
        pair = value_before(passages, at, later) if later is not None and way else None
        then = passage.fact(match, "then")
        if pair and way and (then is None or then.period == pair[0].period):
            yield _change(*pair, way)


def _after_colon(passage: Passage) -> Iterator[Relation]:
    """`Complaints grew rarer: there were 131 in 2023, after 112 in 2022`: of two numbers alone."""
    head, colon, _ = passage.skeleton.partition(":")
    than = passage.has("than") and not passage.words.pattern(r"{than} [^:]*{sooner}$").search(head)
    way = way_of(passage, head) if colon and not than else None
    if way is None or not head.islower():
        return
    values = [fact for fact in passage.facts if fact.kind not in ("date", "ordinal")]
    if len(values) != 2 or not of_one_sort(*values) or values[0].unit != values[1].unit:
        return
    for one, other in (values, values[::-1]):
        if one.value and other.value and comes_before(passage, one, other):
            yield _change(one, other, way)


def comes_before(passage: Passage, one: Fact, other: Fact) -> bool:
    """Do years, months or `after` tell that the one of two numbers came before the other?"""
    if one.period and other.period and one.period != other.period:
        return len(one.period) == len(other.period) and one.period < other.period
    first, second = (month_behind(passage, fact) for fact in (one, other))
    if first is not None and second is not None:
        return first < second
    led = passage.words.pattern(r"(?:{following}|{compared}) $")
    return led.search(passage.before(one)) is not None


def titled(passages: list[Passage], found: list[Relation]) -> Iterator[Relation]:
    """`# Waiting time cut by half`, and in the text `came down from 20 months to 14 months`."""
    title = passages[0] if passages else None
    if title is None or title.kind != "heading" or len(title.facts) != 1:
        return
    by = title.facts[0]
    if by.change is None or by.kind not in ("percent", "ratio"):
        return
    alone = [each for each in found if each.one("by") is None]
    if len(alone) != 1 or alone[0].direction not in (by.change, None) or len(found) != 1:
        return
    near = next(
        (each for each in passages[1:HEADED] if alone[0].roles["to"][0] in each.facts), None
    )
    subject = {word for word in title.before(by).split() if len(word) >= LONG}
    if near is not None and len(subject & set(near.skeleton.split())) >= SHARED:
        how = "factor" if is_factor(title, by) else None
        roles = {**alone[0].roles, "by": [by]}
        yield Relation(kind="change", roles=roles, direction=by.change, how=how)


def _closed(near: list[Passage], found: Fact, way: str) -> Iterator[Relation]:
    earlier = [fact for passage in near for fact in passage.facts if _is_later(fact, found)]
    if len(earlier) == 1:
        yield _change(earlier[0], found, way)


def _change(one: Fact, other: Fact, way: str) -> Relation:
    direction: Change = "up" if way == "up" else "down"
    return Relation(kind="change", roles={"from": [one], "to": [other]}, direction=direction)


def way_of(passage: Passage, told: str) -> Change | None:
    """The direction that some words tell: of `grown shorter` that of the last."""
    if passage.words.has("negated", told):
        return None
    changes, shared = passage.words.language.changes, passage.words.shared
    ways: list[str] = []
    for word in told.split():
        way = changes.comparatives.get(word) or changes.verbs.get(word)
        if way is not None:
            ways.append(way)
        elif word in shared["greater"] or word in shared["lesser"]:
            ways.append("up" if word in shared["greater"] else "down")
    return None if not ways else "up" if ways[-1] == "up" else "down"


def _is_later(one: Fact, other: Fact) -> bool:
    """Do two numbers count one thing, the second at the same time of a later year or month?"""
    if not of_one_sort(one, other) or one.unit != other.unit or one.per != other.per:
        return False
    before, after = one.period or "", other.period or ""
    return len(before) == len(after) > 0 and before < after and _of_one_season(before, after)


def _of_one_season(before: str, after: str) -> bool:
    """`2023-01/2023-06` and `2024-01/2024-06`: is a part of a year the same in both?"""
    parts = zip(before.split("/"), after.split("/"), strict=False)
    return all(one[4:] == other[4:] for one, other in parts)
