"""Named change: `That fall of 26 per cent`, of the two values that were told before it.

And a change told with its beginning, whose end the next sentence tells: `has tripled since 2019,
when it was 14 million. It now comes to 35 million`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.change.increment import is_factor
from migfacts.relations.earlier import near
from migfacts.relations.lists import VALUES, of_one_unit
from migfacts.relations.passage import Passage
from migfacts.relations.times import month_of

#: How many sentences before the values may stand.
BACK: Final = 4
#: `The increase of 40 per cent`, `The 30 per cent drop in the number of residents`.
_NAMED: Final = (
    r"^{definite} (?!{largest}|{smallest})[^A-Z;:.,]{0,12}?{change_noun} {of} (?P<by>[PR])",
    r"^{definite} (?P<by>P) {change_noun}\b",
)


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The changes named behind their values, and those whose later value stands behind."""
    for at, passage in enumerate(passages):
        told = "P" in passage.shape or "R" in passage.shape
        if at and told and passage.has("change_noun"):
            yield from _named(passages, at)
        if at + 1 < len(passages) and "R" in passage.shape and passage.has("when"):
            yield from _goes_on(passage, passages[at + 1])


def _named(passages: list[Passage], at: int) -> Iterator[Relation]:
    for match in chain.from_iterable(map(passages[at].find, _NAMED)):
        by = passages[at].fact(match, "by")
        pair = _pair(passages[max(0, at - BACK) : at])
        if by is None or by.change is None or pair is None:
            continue
        roles = {"from": [pair[0]], "to": [pair[1]], "by": [by]}
        how = "factor" if is_factor(passages[at], by) else None
        yield Relation(kind="change", roles=roles, direction=by.change, how=how)


def _pair(before: list[Passage]) -> tuple[Fact, Fact] | None:
    """The only two values of one sort there, in sentences of their own, the earlier first."""
    values = [
        (passage, fact)
        for passage in before
        for fact in passage.facts
        if fact.kind in VALUES and fact.value and fact.change is None and fact.per is None
    ]
    pairs = [
        (one, other)
        for nth, one in enumerate(values)
        for other in values[nth + 1 :]
        if of_one_unit(one[1], other[1]) and near(one[1], other[1]) and one[0] is not other[0]
    ]
    told = [each for each in pairs if _is_earlier(*each)]
    if len(told) != 1 or len(pairs) != 1:
        return None
    (_, one), (_, other) = told[0]
    return one, other


def _is_earlier(one: tuple[Passage, Fact], other: tuple[Passage, Fact]) -> bool:
    first, second = one[1].period, other[1].period
    if first and second and first != second:
        return first < second
    months = month_of(one[0]), month_of(other[0])
    if None not in months and months[0] != months[1]:
        return (months[0] or 0) < (months[1] or 0)
    return first is not None and second is None and not other[0].has("remaining")


def _goes_on(passage: Passage, following: Passage) -> Iterator[Relation]:
    """`It has tripled since 2019, when it was 14 million. It now comes to 35 million`."""
    for by, value in pairwise(fact for fact in passage.facts if fact.kind != "date"):
        when = passage.words.pattern(r"{when} [^A-Z;:.,]{0,30}$").search(passage.before(value))
        if by.kind != "ratio" or by.change is None or when is None or value.kind not in VALUES:
            continue
        likes = [fact for fact in following.facts if of_one_unit(value, fact)]
        now = following.adjacent and following.has("now") and len(likes) == 1
        if now and is_factor(passage, by) and near(value, likes[0]):
            roles = {"from": [value], "to": likes, "by": [by]}
            yield Relation(kind="change", roles=roles, direction=by.change, how="factor")
