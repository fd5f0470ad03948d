"""Reckoned: is a number what others beside it make, so that it is no other mistyped?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relations.lists import alike
from migfacts.things.thing import Thing

#: How many sentences before may tell the whole.
BACK: Final = 2
#: How many sentences before may tell what share of a whole a number is.
FAR: Final = 4
#: Fewer are added to a number by chance.
FEW: Final = 20
ZERO: Final = Decimal(0)
HALF: Final = Decimal("0.5")
HUNDRED: Final = Decimal(100)


class Reckoned:
    """The numbers of each sentence of the documents, of which percentages may be made."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._facts: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        self._shares: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        for thing in things:
            fact, place = thing.fact, (thing.document, thing.sentence)
            if fact.value is not None:
                table = self._shares if fact.kind in ("percent", "ratio") else self._facts
                table[place].append(fact)

    def come_out(self, one: Thing, other: Thing) -> bool:
        """Are two percentages what their numbers make, or is a number a part of the other?"""
        if one.kind == "percent":
            return self._comes_out(one) and self._comes_out(other)
        if any(map(self._tells_difference, (one, other), (other, one))):
            return True
        small, large = sorted((one, other), key=lambda thing: thing.fact.value or ZERO)
        return self._is_part(small, large.fact.value or ZERO)

    def _tells_difference(self, thing: Thing, other: Thing) -> bool:
        """`EUR 45 million. That is EUR 3 million less than in the draft`."""
        off = abs((thing.fact.value or ZERO) - (other.fact.value or ZERO))
        near = (self._facts.get((thing.document, thing.sentence + on), ()) for on in range(BACK))
        return any(
            fact.change is not None and fact.value == off and alike(fact, thing.fact)
            for each in near
            for fact in each
        )

    def _is_part(self, part: Thing, whole: Decimal) -> bool:
        """`1,100 were asked … 275 women and 825 men`, `1,500; a fifth have none … the 1,200`."""
        value, place = part.fact.value or ZERO, (part.document, part.sentence)
        if part.kind != "count" or value < HUNDRED:
            return False  # where it may be so by chance
        if any(value + other == whole for fact in self._facts[place] if (other := fact.value)
               and other >= FEW):  # fmt: skip
            return True
        near = (self._shares.get((part.document, part.sentence - back), ()) for back in range(FAR))
        shares = (
            as_percent(fact) if fact.kind == "ratio" else fact for each in near for fact in each
        )
        said = {made for fact in shares if (made := fact.value) is not None and fact.change is None}
        return any(whole * made in (value * HUNDRED, (whole - value) * HUNDRED) for made in said)

    def _comes_out(self, thing: Thing) -> bool:
        said = thing.fact.value
        if said is None:
            return False
        slack = (thing.fact.precision or Decimal(1)) * HALF
        return any(
            abs(made - said) <= slack
            for part, whole in self._pairs(thing)
            for made in _percentages(part, whole)
        )

    def _pairs(self, thing: Thing) -> Iterator[tuple[Fact, Fact]]:
        """Each number of its sentence, with those like it there and in the sentences before."""
        here = self._facts[thing.document, thing.sentence]
        for back in range(BACK + 1):
            there = self._facts.get((thing.document, thing.sentence - back), ())
            yield from (
                (one, other) for one in here for other in there if one is not other
                and alike(one, other)
            )  # fmt: skip


def _percentages(one: Fact, other: Fact) -> Iterator[Decimal]:
    """What share of the other the one is, and how much more or less."""
    if one.value and other.value:
        share = abs(one.value / other.value) * HUNDRED
        yield from (share, abs(share - HUNDRED))
