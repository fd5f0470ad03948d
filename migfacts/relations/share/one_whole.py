"""One whole: parts with a percentage each, of which all but one are shares of the same number.

`Of 273 patients, 143 (72%) were women, 21 (8%) were over 60 and 119 (44%) have recovered.` No word
need tell the whole: where the percentages beside some parts fit one number too well for chance, it
is the whole of the part between them as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final, NamedTuple

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import HUNDRED, is_share, part_of

#: `143 women (52%)`, `143 [52%]`; `64% (n=23)`; `USD 2.8 million, which is 35 per cent`.
_PART_FIRST: Final = r"(?P<part>N)(?: [^A-Z;:.,()\[\]]{1,40})? ?[(\[](?P<share>P)[)\]]"
_SHARE_FIRST: Final = r"(?P<share>P) ?[(\[](?:n ?= ?)?(?P<part>N)[)\]]"
_LINKED: Final = r"(?P<part>[NM])(?: [^A-Z;:.,()\[\]]{1,40})?, {link} (?P<share>P)(?! {longer})"
#: How many sentences before or behind one another the parts of one whole stand.
NEAR: Final = 2
#: How many sentences before the first of them the whole may stand.
BACK: Final = 3
#: The parts around it must fit a number so well that it happens so rarely by chance.
CHANCE: Final = Decimal("0.002")
#: A percentage that leaves a whole more open than that tells nothing of it.
OPEN: Final = Decimal("0.25")
HALF: Final = Decimal("0.5")
SORTS: Final = (*NUMBERS, "money")
ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)


class _Told(NamedTuple):
    """A part and its share, and in which passage they stand."""

    at: int
    part: Fact
    share: Fact

    def wholes(self, slack: Decimal) -> tuple[Decimal, Decimal]:
        """Between what its whole lies, if the percentage is off by so many last places."""
        last, said = self.share.precision or ONE, self.share.value or ONE
        low, high = (max(said + off * last, last / 10) for off in (slack, -slack))
        part = (self.part.value or ONE) * HUNDRED
        return part / low, part / high

    def chance(self, whole: Decimal) -> Decimal:
        """How likely a number of that size fits by chance; 1 where it does not, or hardly tells."""
        for slack in (HALF, ONE):  # as it is rounded, then also the wrong way
            low, high = self.wholes(slack)
            if low <= whole <= high:
                open_ = (high - low) / high
                return open_ if open_ < OPEN else ONE
        return ONE


def read(passages: list[Passage], done: set[int]) -> Iterator[Relation]:
    """The shares that are none of the whole of those around them, without those `done`."""
    told = list(_told(passages))
    if len(told) < 3:
        return
    at = [each.at for each in told]
    values: dict[str | None, list[Decimal]] = {}
    for passage in passages:
        for fact in passage.facts:
            if fact.kind in SORTS:
                values.setdefault(fact.unit, []).append(fact.value or ZERO)
    for listed in values.values():
        listed.sort()
    for one in told:
        if id(one.share) in done:
            continue
        beside = told[bisect_left(at, one.at - NEAR) : bisect_right(at, one.at + NEAR)]
        near = [each for each in beside if each is not one]
        if not any(abs(each.at - one.at) <= 1 for each in near):
            continue
        whole = _whole(passages, one, near)
        if whole is None or not _may_be(passages[one.at], one.part, whole):
            continue
        others = values[one.part.unit]
        if not _is_explained(others, passages[one.at].facts, one, whole):
            yield part_of(whole, one.part, one.share)


def _may_be(passage: Passage, part: Fact, whole: Fact) -> bool:
    """May the one be some of the other? No mornings (89 per cent) are some of the guests."""
    if (
        part.kind == "money"
        or not (own_noun(part) and own_noun(whole))
        or heads(part) == heads(whole)
    ):
        return True
    return {heads(part), heads(whole)} <= passage.words.shared["people"] | passage.words.anyone


def _told(passages: list[Passage]) -> Iterator[_Told]:
    """Every part with its share in brackets, or the share with the part in them."""
    for at, passage in enumerate(passages):
        if "P" not in passage.shape or not {"N", "M"} & set(passage.shape):
            continue
        seen: set[int] = set()
        for match in chain.from_iterable(map(passage.find, (_PART_FIRST, _SHARE_FIRST, _LINKED))):
            part, share = passage.fact(match, "part"), passage.fact(match, "share")
            if part is None or share is None or {id(part), id(share)} & seen:
                continue
            if not part.value or not share.value or not is_share(passage, share):
                continue
            if part.bound != "exact" or share.bound != "exact" or part.per or share.per:
                continue
            if not share.text[0].isdigit():
                continue  # 4,836 persons, when there were 4,224 (+14.5%)
            seen |= {id(part), id(share)}
            yield _Told(at, part, share)


def _whole(passages: list[Passage], one: _Told, near: list[_Told]) -> Fact | None:
    """The number that the parts around one are shares of, if they say so beyond chance."""
    first = min(each.at for each in near)
    parts = {id(each.part) for each in (one, *near)}
    wholes = [
        fact
        for passage in passages[max(0, first - BACK) : one.at + NEAR]
        for fact in passage.facts
        if alike(one.part, fact)
        and fact.value is not None
        and fact.value > (one.part.value or 0)
        and id(fact) not in parts
    ]
    sure: list[Fact] = []
    for whole in wholes:
        chance = Decimal(len(wholes))
        for each in near:
            chance *= each.chance(whole.value or ONE)
        if chance <= CHANCE:
            sure.append(whole)
    return sure[0] if len({fact.value for fact in sure}) == 1 else None


def _is_explained(values: list[Decimal], facts: list[Fact], one: _Told, whole: Fact) -> bool:
    """Is the share right of any number of the text, be it rounded down or up, or of two others?

    `79 from 22 other countries (22.2%)` tells the share of the 79. `values`: the numbers of the
    text that are like the part, in order; `facts`: those of its sentence.
    """
    low, high = one.wholes(ONE)
    nearest = bisect_left(values, low)
    if nearest < len(values) and values[nearest] <= high:
        return True
    said, last = one.share.value or ONE, one.share.precision or ONE
    shares = [fact.end for fact in facts if fact.kind == "percent" and fact is not one.share]
    start = max((end for end in shares if end < one.part.start), default=0)
    beside = [
        fact.value
        for fact in facts
        if alike(one.part, fact) and fact.value and start < fact.start < one.part.end
    ]
    return any(
        abs(part / all_ * HUNDRED - said) <= last
        for part in beside
        for all_ in (one.part.value or ONE, whole.value or ONE)
        if part < all_
    )
