"""Extremes: the least and the most of one kind, told side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.relation import Relation
from migfacts.relations.lists import of_one_sort
from migfacts.relations.passage import Passage, X

#: `The shortest course lasts 8 weeks and the longest 12`; of what is small in itself, by `to be`:
#: `The smallest loan is EUR 400`, as the smallest state may have taken in the most people.
_PAIRS: Final = (
    rf"{{least}}\b[^A-Z;:.,]{{0,40}}?(?P<low>{X})[^A-Z;:.]{{0,24}}?(?:{{while}}),? "
    rf"[^A-Z;:.,]{{0,12}}?{{most}}\b[^A-Z;:.,]{{0,30}}?(?P<high>{X})",
    rf"{{smallest}}\b[^A-Z;:.,]{{0,24}}? {{be}} (?P<low>{X})[^A-Z;:.]{{0,24}}?(?:{{while}}),? "
    rf"[^A-Z;:.,]{{0,12}}?{{largest}}\b[^A-Z;:.,]{{0,24}}?(?P<high>{X})",
)


def read(passage: Passage) -> Iterator[Relation]:
    """The pairs of a least and a most in a passage."""
    if not passage.has("least") and not passage.has("smallest"):
        return
    for match in chain.from_iterable(map(passage.find, _PAIRS)):
        low, high = passage.fact(match, "low"), passage.fact(match, "high")
        if low is None or high is None or None in (low.value, high.value):
            continue
        if of_one_sort(low, high) and low.unit in (high.unit, None) and low.per == high.per:
            yield Relation(kind="span", roles={"start": [low], "end": [high]}, how="extremes")
