"""Sums that are told by many signs, and by no wording of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.relation import Relation
from migfacts.relations import addition
from migfacts.relations.addition import LOOSE, Addition, in_order
from migfacts.relations.addition_signs import ENOUGH, worth
from migfacts.relations.lists import whole_of
from migfacts.relations.passage import Passage

#: What is told in a sum that comes out takes so much from another.
TOLD: Final = 4
#: From this on, numbers hardly balance by chance.
SHARP: Final = 100


def read(passages: list[Passage], told: set[int]) -> Iterator[Relation]:
    """The totals that miss what their parts add up to; one that comes out needs no reader.

    Args:
        passages: those of a document.
        told: where the numbers start that are known as totals.
    """
    listed = list(in_order(passages))
    found = list(addition.read(passages, listed))
    right = [each for each in found if each.added == each.total.value >= LOOSE]
    values = {(sort, term.value) for sort, terms in listed for term in terms}
    balanced = [each for each in found if _comes_out(each)]
    right += [each for each in balanced if each.total.value >= SHARP]
    inside = {term.fact.start for each in right for term in each.terms}
    out = {each.total.fact.start for each in balanced} | told | inside
    best: dict[int, tuple[float, Addition]] = {}
    for each in found:
        start = each.total.fact.start
        if start in out or (each.sort, each.added) in values:
            continue
        known = any(part.fact.start in inside for part in each.parts)
        told_for = worth(each) - TOLD * known
        if told_for >= ENOUGH and told_for > best.get(start, (0.0, each))[0]:
            best[start] = told_for, each
    for _, each in best.values():
        yield whole_of(each.total.fact, [part.fact for part in each.parts])


def _comes_out(addition_: Addition) -> bool:
    """Do the parts make the total if one of them is left out, or taken away?"""
    total, added = addition_.total.value, addition_.added
    return len(addition_.parts) > 2 and any(
        total in (added - part.value, added - 2 * part.value) for part in addition_.parts
    )
