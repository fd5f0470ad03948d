"""How many other numbers like it a number stands among, and which figures two documents share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from migfacts.compare import digits
from migfacts.things.thing import Thing

#: So many documents may well tell of one thing.
FEW: Final = 8
#: A figure of so many digits that count is hardly told of two things.
TELLING: Final = 3


class Company:
    """How many numbers of one kind, and of one noun, are compared: among many none is the one."""

    def __init__(self, things: Sequence[Thing]) -> None:
        keys: dict[int, tuple[object, object]] = {
            id(thing.fact): ((thing.kind, thing.fact.unit, thing.head),
                             (thing.kind, thing.fact.unit))
            for thing in things
        }  # fmt: skip
        values: dict[object, set[object]] = defaultdict(set)
        for thing in things:
            noun, kind = keys[id(thing.fact)]
            values[kind].add(thing.fact.value)
            if not thing.partitive:  # nine of the 37 camps are none that their number might mean
                values[noun].add(thing.fact.value)
        documents = len({thing.document for thing in things})
        #: How often the number of documents doubles beyond a few: among many, likeness is chance.
        self.doublings = max(0, (documents // FEW).bit_length() - 1)
        self._rivals = {
            fact: (max(len(values[noun]) - 1, 0), len(values[kind]) - 1)
            for fact, (noun, kind) in keys.items()
        }
        self._things = things

    @cached_property
    def _figures(self) -> dict[int, set[Decimal]]:
        """The telling figures of each document, which only a pair of two documents asks for."""
        figures: dict[int, set[Decimal]] = defaultdict(set)
        for thing in self._things:
            value = thing.fact.value
            if value is not None and len(digits(value)) >= TELLING:
                figures[thing.document].add(value)
        return figures

    def shared_figures(self, one: Thing, other: Thing) -> int:
        """How many telling figures do the documents of two numbers both have?"""
        return len(self._figures[one.document] & self._figures[other.document])

    def of_noun(self, one: Thing, other: Thing) -> int:
        """How many other values has the noun of the one, or of the other?"""
        rivals = self._rivals
        return rivals[id(one.fact)][0] + rivals[id(other.fact)][0]

    def of_kind(self, one: Thing) -> int:
        """How many other values than two are of its kind and unit?"""
        return self._rivals[id(one.fact)][1] - 1
