"""Sums that are told by many signs, and by no wording of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import alike, heads, own_noun, whole_of
from migfacts.relations.passage import Passage, places
from migfacts.relations.total import addition
from migfacts.relations.total.addition import LOOSE, ZERO, Addition, in_order
from migfacts.relations.total.signs import ENOUGH, worth
from migfacts.relations.total.signs.words import of_other_things

#: What is told in a sum that comes out takes so much from another.
TOLD: Final = 6
#: And so much from the number that would be its total as well.
DOUBTED: Final = 12
#: From this on, numbers hardly balance by chance.
SHARP: Final = 100
#: A sum that comes out with so few points is chance where fewer numbers have so many.
WEAK, STRONG = 5, 15
#: Nor do three that grow from this on.
GROWN: Final = 50
#: How many sentences before a total may tell what it is the balance of.
BACK: Final = 2
FEWEST: Final = 3
#: Over so many sentences numbers balance that belong together, and over more by chance.
NEAR: Final = 3
#: Of more numbers no balance is reckoned.
MOST: Final = 6


class Additions:
    """The additions of a document, and which of its numbers are told in one that comes out."""

    def __init__(self, passages: list[Passage]) -> None:
        listed = list(in_order(passages))
        self._passages, self._where = passages, places(passages)
        self.found = list(addition.read(passages, listed))
        self._values = {term.value for _, terms in listed for term in terms}
        self.values = {(sort, term.value) for sort, terms in listed for term in terms}
        right = [
            each
            for each in self.found
            if each.added == each.total.value >= LOOSE and _hangs_together(each)
        ]  # and not 2 tents, 2,310 boys, 2,190 girls, 96 teachers and 2 shifts
        right = [each for each in right if each.total.value >= SHARP or not _reaches_out(each)]
        near = (each for each in self.found if len(each.places) <= NEAR)
        self.balanced = [each for each in near if _comes_out(each) and _hangs_together(each)]
        right += [each for each in self.balanced if each.total.value >= SHARP]
        of_total: dict[int, list[Addition]] = defaultdict(list)
        for each in self.found:
            of_total[id(each.total)].append(each)
        right = [each for each in right if not _is_outweighed(each, of_total[id(each.total)])]
        self._totals = {each.total.fact.start for each in right}
        #: The additions that come out, by where each of their numbers starts.
        self.right: dict[int, list[set[int]]] = defaultdict(list)
        for each in right:
            inside = {term.fact.start for term in each.terms}
            for start in inside:
                self.right[start].append(inside)

    def explains(self, relation: Relation) -> bool:
        """Is a total that misses its parts told in another addition, which comes out?"""
        total, parts = relation.one("total"), relation.roles["parts"]
        added = sum((part.value or ZERO for part in parts), ZERO)
        if total is None or added == total.value:
            return False
        told = {total.start, *(part.start for part in parts)}
        if total.start in self._totals or any(
            told <= inside for inside in self.right.get(total.start, ())
        ):
            return True
        at = self._where[total.start]
        likes = [
            fact
            for passage in self._passages[max(0, at - BACK) : at + 1]
            for fact in passage.facts
            if fact.value and alike(fact, total)
        ]
        together = added + (total.value or ZERO)
        if together >= SHARP and together in self._values:
            return True  # 6,250 workers … By origin, 3,000 came from Tavea, 2,125 from Lorne …
        if any(fact.value == together for fact in likes):
            return True  # 1,264 people … Of these, 702 had, 431 had not, and the remaining 131 …
        return _is_balance([fact for fact in likes if fact.start < total.start], total)


def _is_outweighed(each: Addition, of_total: list[Addition]) -> bool:
    """`96 flights: 31 in May, 27 in June, 36 in July. … Two births`: by chance, and far?

    `of_total`: those of the same total.
    """
    inside = {term.fact.start for term in each.terms}
    fewer = [other for other in of_total if {term.fact.start for term in other.terms} < inside]
    return bool(fewer) and worth(each) < WEAK and any(worth(other) >= STRONG for other in fewer)


def _is_balance(before: list[Fact], total: Fact) -> bool:
    """`29 were there, 8 were admitted, 11 discharged and 1 left, so 25 remain`: plus and minus.

    The last numbers before it, each once; one of them is larger.
    """
    first = max(0, len(before) - MOST)
    return any(_balances(before[at:], total) for at in range(first, len(before)))


def _balances(before: list[Fact], total: Fact) -> bool:
    values = [fact.value or ZERO for fact in before]
    grown = len(values) == FEWEST and (total.value or ZERO) >= GROWN  # 2,418, 1,326 more
    if len(values) < FEWEST or (max(values) <= (total.value or ZERO) and not grown):
        return False
    sums = {values[0]}
    for value in values[1:]:
        sums = {made + sign * value for made in sums for sign in (1, -1)}
    return total.value in sums


def read(additions: Additions, told: Iterable[Relation], moved: set[int]) -> Iterator[Relation]:
    """The totals that miss what their parts add up to; one that comes out needs no reader.

    Args:
        additions: those of a document.
        told: the totals that a wording tells; the parts of one that need not be all may be it yet.
        moved: where the numbers start that came in, went out or were left.
    """
    inside = additions.right.keys()
    totals = {each.roles["total"][0].start: each for each in told}
    out = totals.keys() | moved
    doubted = {each.total.fact.start for each in additions.balanced} | inside
    best: dict[int, tuple[float, Addition]] = {}
    for each in additions.found:
        start = each.total.fact.start
        if (each.sort, each.added) in additions.values:
            continue
        if start in out and not _is_told_again(each, totals.get(start)):
            continue
        known = any(part.fact.start in inside for part in each.parts)
        told_for = worth(each) - TOLD * known - DOUBTED * (start in doubted)
        if told_for >= ENOUGH and told_for > best.get(start, (0.0, each))[0]:
            best[start] = told_for, each
    for _, each in best.values():
        relation = whole_of(each.total.fact, [part.fact for part in each.parts])
        if not additions.explains(relation):
            yield relation


def _is_told_again(each: Addition, told: Relation | None) -> bool:
    """Are its parts those that need not be all, and come near to all of it?"""
    if told is None or told.complete or not each.is_nearly_all:
        return False
    parts = {part.start for part in told.roles["parts"]}
    return {part.fact.start for part in each.parts} == parts


def _hangs_together(addition_: Addition) -> bool:
    """Do the parts count what the total does, or stand beside it in its sentence?"""
    nouns = {heads(part.fact) for part in addition_.parts if own_noun(part.fact)}
    if len(nouns) > 1 and heads(addition_.total.fact) in nouns and not nouns <= _people(addition_):
        return False  # two convoys, 34 trucks and 27, so that 63 trucks came
    beside = addition_.one_sentence is addition_.passage and len(addition_.parts) > 2
    return beside or not of_other_things(addition_)


def _people(addition_: Addition) -> frozenset[str]:
    return addition_.passage.words.shared["people"]


def _reaches_out(addition_: Addition) -> bool:
    """Is a bare number of another sentence among the parts: `the last 2 without water`?"""
    at = addition_.total.at
    return any(part.at != at and not own_noun(part.fact) for part in addition_.parts)


def _comes_out(addition_: Addition) -> bool:
    """Do the parts make the total if one of them is left out, or taken away?"""
    total, added = addition_.total.value, addition_.added
    return len(addition_.parts) > 2 and any(
        total in (added - part.value, added - 2 * part.value) for part in addition_.parts
    )
