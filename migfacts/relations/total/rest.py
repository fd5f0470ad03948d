"""Rest: what is left of a number when a part is taken from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.earlier import in_unit_of
from migfacts.relations.lists import CLOSE, alike, are_all, whole_of
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import counted_before, only_one

#: What is told as a balance is no more than that many times what it should be.
LOOSE: Final = Decimal("1.5")
_NET: Final = (
    r"(?P<one>[NM])[^A-Z;:.]{0,60}? {and} [^A-Z;:.]{0,20}?(?P<other>[NM])[^A-Z;:.]{0,40}?,? "
    r"{net} (?P<rest>[NM])"
)
_LEFT_OVER: Final = (
    r"(?:{of_the}|^{of}) ?(?P<whole>[NM])[^A-Z;:.()]{0,40}?(?:D[^A-Z;:.()]{0,20}?)?,? "
    r"(?P<part>[NM])[^A-Z;:.()]{0,60}?(?:D[^A-Z;:.()]{0,20}?)?, {leaving} (?P<rest>[NM])"
)
#: `The plan needs 84 million and donors have given 51 million, which leaves a gap of 33 million`.
_GAP: Final = (
    r"{needed} (?P<whole>M)[^A-Z;:.()]{0,60}?{got} (?P<part>M)[^A-Z;:.()]{0,40}?, "
    r"{leaving} [^A-Z;:.,()]{0,20}?(?P<rest>M)"
)
#: `It asked for USD 48 million, of which 19.5 million came, leaving a gap of USD 28.5 million`.
_OF_WHICH_LEFT: Final = (
    r"(?P<whole>[NM])[^A-Z;:.()]{0,40}?, {of_whom} [^A-Z;:.,()]{0,20}?(?P<part>[NM])"
    r"[^A-Z;:.,()]{0,60}?(?:D[^A-Z;:.,()]{0,20}?)?,? {leaving} [^A-Z;:.,()]{0,20}?(?P<rest>[NM])"
)
#: `6,900 of these kits have been handed out, which leaves 1,600`, of those counted before.
_OF_THESE_LEFT: Final = (
    r"(?P<part>[NM]) (?:{of_these}|{of_them})(?: (?P<noun>[^\W\d_]+))?"
    r"[^A-Z;:.,()]{0,60}?(?:D[^A-Z;:.()]{0,20}?)?,? {leaving} [^A-Z;:.,()]{0,20}?(?P<rest>[NM])"
)


def read(passage: Passage, facts: list[Fact]) -> Iterator[Relation]:
    """The totals of a passage of which a part and the rest are told; `facts` are its numbers."""
    yield from _left_over(passage, facts)
    yield from _net(passage, facts)


def across(passages: list[Passage], at: int) -> Relation | None:
    """`8,500 kits came. … 6,900 of these kits were handed out, which left 1,600`."""
    passage = passages[at]
    for match in passage.find(_OF_THESE_LEFT):
        part, rest = passage.fact(match, "part"), passage.fact(match, "rest")
        if part is None or rest is None or part.change or rest.change:
            continue
        noun = passage.words.language.singular(match["noun"] or "")
        whole = only_one(passages, at, part, {noun}) if noun else counted_before(passages, at, part)
        if whole and alike(whole[0], rest) and are_all(whole[0], [part, rest]):
            return whole_of(whole[0], [part, rest])
    return None


def _net(passage: Passage, facts: list[Fact]) -> Iterator[Relation]:
    """`36,200 moved in and 21,700 moved out, a net gain of 14,500`: the rest of the larger."""
    for match in passage.find(_NET):
        one, other, rest = (passage.fact(match, name) for name in ("one", "other", "rest"))
        if one and other and rest and len(facts) == len((one, other, rest)):
            total, part = sorted((one, other), key=lambda fact: fact.value or 0, reverse=True)
            added = (part.value or 0) + (rest.value or 0)
            whole = total.value or 0
            near = whole * CLOSE <= added <= whole * LOOSE
            if alike(one, other) and alike(one, rest) and near:
                yield whole_of(total, [part, rest])


def _left_over(passage: Passage, facts: list[Fact]) -> Iterator[Relation]:
    """`Of the 900 tents 640 have been pitched, which leaves 260`: a part, and all the others."""
    for match in chain.from_iterable(map(passage.find, (_LEFT_OVER, _GAP, _OF_WHICH_LEFT))):
        whole, part, rest = (passage.fact(match, name) for name in ("whole", "part", "rest"))
        if not (whole and part and rest):
            continue
        part, rest = in_unit_of(part, whole), in_unit_of(rest, whole)
        if not (alike(whole, part) and alike(whole, rest)):
            continue
        further = [fact for fact in facts if fact.start > rest.start and alike(fact, rest)]
        if not (part.change or rest.change or further) and are_all(whole, [part, rest]):
            yield whole_of(whole, [part, rest])
