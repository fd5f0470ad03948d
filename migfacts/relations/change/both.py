"""Both: a difference that is told with its percentage, and the two values somewhere before it.

`In April it was 598 persons, now 644 … a growth of 64 persons, which is 7.7 per cent`. Two values
whose difference is told to the last unit are the two; so are two that make the percentage, where
the difference is a slip of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

import msgspec

from migfacts.compare import digits, in_full, is_slip
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import alike
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import HUNDRED

#: `442 persons, or 31 per cent`, `LP 7,360 is 7.7%`, `5,304 (+26%)`.
_BESIDE: Final = (
    r"(?P<by>[NMQ])(?: [^A-Z,;:.()]{1,24})?(?:,? {or}| \(|,? (?:{relatives} )?{be}|,) "
    r"?(?:[^A-Z,;:.()]{1,16} )?[+−-]?(?P<share>P)"
)
#: How many sentences before may tell the values, and in how many numbers they are sought.
BACK: Final = 3
MOST: Final = 14
#: A difference of fewer digits that count is soon met by chance.
SHARP: Final = 2
#: What is more than so many times another percentage is no slip of it.
LOOSE: Final = 3
HALF: Final = Decimal("0.5")
ZERO: Final = Decimal(0)


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The changes of a passage whose difference and percentage do not go with the two values."""
    for match in passages[at].find(_BESIDE):
        by, share = passages[at].fact(match, "by"), passages[at].fact(match, "share")
        if by is None or share is None or not by.value or not share.value:
            continue
        if not _is_change(passages[at], by, share):
            continue
        near = [
            fact
            for passage in passages[max(0, at - BACK) : at + 2]
            for fact in passage.facts
            if fact is not by and alike(fact, by) and fact.value and fact.per is None
        ]
        if len(near) <= MOST and not _is_share(near, by, share):
            yield from _of_two(near, by, share)


def _is_change(passage: Passage, by: Fact, share: Fact) -> bool:
    """`The increase is 9,350, or 6.7 per cent`: is it told as a rise or a fall?"""
    if passage.words.pattern(r"{to} $").search(passage.before(by)) is not None:
        return False  # from 24,000 to 30,000, an increase of 25 per cent
    if passage.words.pattern(r"^ (?:{of}|{from}) ").match(passage.after(share)) is not None:
        return False  # up 9 per cent from 378,400
    led = passage.words.pattern(r"(?:{rise}|{fall}) (?:{of}|{be}) (?:[^\W\d_]+ )?$")
    told = by.change is not None or share.change is not None
    return told or led.search(passage.before(by)) is not None


def _is_share(near: list[Fact], by: Fact, share: Fact) -> bool:
    """Is the percentage that of one number of another: `58 more than the 156, a rise of 37%`?"""
    values, told = [fact.value or ZERO for fact in (*near, by)], by.value or ZERO
    if any(_fits(told, value + way * told, share) for value in values for way in (-1, 1)):
        return True  # 18,640, up 740 (4.1 per cent)
    return any(_fits(one, other, share) for one in values for other in values if one is not other)


def _of_two(near: list[Fact], by: Fact, share: Fact) -> Iterator[Relation]:
    told: list[Relation] = []
    for one, other in combinations(near, 2):
        low, high = sorted((one, other), key=lambda fact: fact.value or ZERO)
        difference = (high.value or ZERO) - (low.value or ZERO)
        right = [base for base in (low, high) if _fits(difference, base.value or ZERO, share)]
        same = difference == by.value
        if same and right:
            return
        start, end = (high, low) if "down" in (by.change, share.change) else (low, high)
        roles = {"from": [start], "to": [end]}
        exact = in_full(by) and in_full(low) and in_full(high)
        real = difference / (start.value or Decimal(1)) * HUNDRED / abs(share.value or Decimal(1))
        near_it = 1 / LOOSE <= real <= LOOSE
        if same and exact and near_it and len(digits(by.value or ZERO)) >= SHARP:
            told.append(Relation(kind="change", roles={**roles, "by": [share]}))
        elif right and exact and is_slip(by, msgspec.structs.replace(by, value=difference)):
            start, end = (low, high) if right[0] is low else (high, low)
            told.append(Relation(kind="change", roles={"from": [start], "to": [end], "by": [by]}))
    if len(told) == 1:
        yield told[0]


def _fits(part: Decimal, base: Decimal, share: Fact) -> bool:
    """Is a difference that percentage of a value, as it is rounded?"""
    half = (share.precision or Decimal(1)) * HALF
    said = abs(share.value or ZERO)
    return bool(base) and abs(abs(part) / base * HUNDRED - said) <= half
