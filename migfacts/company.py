"""How many other numbers like it a number stands among."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from migfacts.thing import Thing


class Company:
    """How many numbers of one kind, and of one noun, are compared: among many none is the one."""

    def __init__(self, things: Iterable[Thing]) -> None:
        keys: dict[int, tuple[object, object]] = {
            id(thing.fact): ((thing.kind, thing.fact.unit, thing.head),
                             (thing.kind, thing.fact.unit))
            for thing in things
        }  # fmt: skip
        times = Counter(chain.from_iterable(keys.values()))
        self._rivals = {
            fact: (times[noun] - 1, times[kind] - 1) for fact, (noun, kind) in keys.items()
        }

    def of_noun(self, one: Thing, other: Thing) -> int:
        """How many others count the noun of the one, or of the other?"""
        rivals = self._rivals
        return rivals[id(one.fact)][0] + rivals[id(other.fact)][0]

    def of_kind(self, one: Thing) -> int:
        """How many others than two are of its kind and unit?"""
        return self._rivals[id(one.fact)][1] - 1
