"""Elsewhere: what a number is said to be of some, is it right of others that stand beside it?

Of `237 of the 316 are of age, and 180 of these have jobs, three out of four`, the four are the 237.
"""

from __future__ import annotations

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike
from migfacts.relations.passage import Passage
from migfacts.relations.wholes import HUNDRED, fits

#: In points, what a change or a share told in words is off.
CLOSE = 2


def is_share_of_others(passages: list[Passage], where: dict[int, int], relation: Relation) -> bool:
    """Is a share wrong of its part and whole, and right of two other numbers beside it?"""
    part, whole, share = (relation.one(role) for role in ("part", "whole", "share"))
    if part is None or whole is None:
        return False
    at = where.get((share or part).start)
    if share is None:
        return (
            at is not None and where.get(whole.start) == at and _of_each(passages[at], part, whole)
        )
    share = as_percent(share) if share.kind == "ratio" else share
    if at is None or fits(part, whole, share):
        return False
    near = _countable(passages, at)
    return any(
        fits(one, other, share)
        for one in near
        for other in near
        if alike(one, other)
        and (one.value or 0) < (other.value or 0)
        and {one.start, other.start} != {part.start, whole.start}
    )


def _of_each(passage: Passage, part: Fact, whole: Fact) -> bool:
    """`twelve at each of the four points` are no part of the four."""
    if part.start > whole.start:
        return False
    between = passage.skeleton[passage.position(part) : passage.position(whole)]
    return passage.words.has("each", between)


def is_change_of_others(passages: list[Passage], relation: Relation) -> bool:
    """`412,300 pupils, 204,900 girls among them, up 9 per cent from 378,400`: is it another's?"""
    one, other, by = (relation.one(role) for role in ("from", "to", "by"))
    if not (one and other and one.value) or (by is not None and by.kind != "percent"):
        return False
    facts = [fact for passage in passages for fact in passage.facts]
    by = by or next((fact for fact in facts if fact.kind == "percent"), None)
    if by is None or by.value is None:
        return False
    values = [fact for fact in facts if alike(fact, one) and fact not in (one, other)]
    said = by.value
    return any(
        abs(abs((fact.value or 0) - base) / base * HUNDRED - said) <= CLOSE
        for fact in values
        for base in (one.value, other.value)
        if base
    )


def _countable(passages: list[Passage], at: int) -> list[Fact]:
    return [
        fact
        for passage in passages[max(0, at - 1) : at + 1]
        for fact in passage.facts
        if fact.kind in (*NUMBERS, "money", "measure") and fact.value
    ]
