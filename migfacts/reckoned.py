"""Reckoned: is a percentage what the numbers beside it make, so that it is no other mistyped?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.relations.lists import alike
from migfacts.thing import Thing

#: How many sentences before may tell the whole.
BACK: Final = 2
HALF: Final = Decimal("0.5")
HUNDRED: Final = Decimal(100)


class Reckoned:
    """The numbers of each sentence of the documents, of which percentages may be made."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._facts: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        for thing in things:
            if thing.fact.value is not None and thing.fact.kind not in ("percent", "ratio"):
                self._facts[thing.document, thing.sentence].append(thing.fact)

    def come_out(self, one: Thing, other: Thing) -> bool:
        """Are both of two percentages the shares or changes that their numbers make?"""
        return one.kind == "percent" and self._comes_out(one) and self._comes_out(other)

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
