"""Elsewhere: what a number is said to be of some, is it right of others that stand beside it?

Of `237 of the 316 are of age, and 180 of these have jobs, three out of four`, the four are the 237.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import HUNDRED, fits

#: In points, what a change or a share told in words is off.
CLOSE = 2
ZERO = Decimal(0)
#: A scale that stands but once may be that of both.
SCALES = (Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000))
#: How many sentences before, and one behind, may tell what a change is right of.
BACK = 2
#: How many sentences off the whole of a share may be told.
FAR = 40


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
    if any(fits(_scaled(part, scale), whole, share) for scale in SCALES):
        return True  # 0.44 of 0.80 million, or 55 per cent
    if where.get(whole.start) != at and any(
        fits(part, fact, share)
        for passage in passages[max(0, at - FAR) : at + FAR]
        for fact in passage.facts
        if alike(fact, part) and (fact.value or 0) > (part.value or 0)
    ):
        return True  # only 32 men, 5 per cent of those interviewed, who are told far before
    together = where.get(whole.start) == where.get(part.start) == at
    near = _countable(passages, at, back=0 if together else BACK)
    if where.get(whole.start) != at and _is_of_sum(passages[at], part, share):
        return True
    return any(
        fits(one, other, share)
        for one in near
        for other in near
        if alike(one, other)
        and (one.value or 0) < (other.value or 0)
        and {one.start, other.start} != {part.start, whole.start}
    )


def _scaled(fact: Fact, scale: Decimal) -> Fact:
    return msgspec.structs.replace(fact, value=(fact.value or ZERO) * scale)


def _is_of_sum(passage: Passage, part: Fact, share: Fact) -> bool:
    """`Agadez made 5,990 of the returns (65%), Arlit 2,304 (25%)`: is it one of all of these?"""
    likes = [fact for fact in passage.facts if alike(fact, part)]
    together = sum((fact.value or ZERO for fact in likes), ZERO)
    whole = msgspec.structs.replace(part, value=together)
    return len(likes) > 1 and together > 0 and fits(part, whole, share)


def _of_each(passage: Passage, part: Fact, whole: Fact) -> bool:
    """`twelve at each of the four points` are no part of the four."""
    if part.start > whole.start:
        return False
    between = passage.skeleton[passage.position(part) : passage.position(whole)]
    return passage.words.has("each", between)


def is_change_of_others(passages: list[Passage], at: int, relation: Relation) -> bool:
    """`412,300 pupils, 204,900 girls among them, up 9 per cent from 378,400`: is it another's?"""
    one, other, by = (relation.one(role) for role in ("from", "to", "by"))
    if not (one and other and one.value) or (by is not None and by.kind != "percent"):
        return False
    facts = passages[at].facts
    by = by or next((fact for fact in facts if fact.kind == "percent"), None)
    if by is None or by.value is None or _comes_to(one, other, by.value, CLOSE):
        return False
    said = by.value
    near = passages[max(0, at - BACK) : at + 2]
    return any(
        _comes_to(base, fact, said, CLOSE if passage is passages[at] else 1)
        for passage in near
        for fact in passage.facts
        if alike(fact, one) and fact not in (one, other)
        for base in (one, other)
    )


def _comes_to(one: Fact, other: Fact, said: Decimal, close: int) -> bool:
    """Is the one so many per cent more or less than the other?"""
    if not one.value:
        return False
    return abs(abs((other.value or 0) - one.value) / one.value * HUNDRED - said) <= close


def _countable(passages: list[Passage], at: int, *, back: int) -> list[Fact]:
    return [
        fact
        for passage in passages[max(0, at - back) : at + 1]
        for fact in passage.facts
        if fact.kind in (*NUMBERS, "money", "measure") and fact.value
    ]
