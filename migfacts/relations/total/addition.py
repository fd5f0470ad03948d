"""Additions: numbers that follow one another, of which the largest may be the total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from migfacts.compare import digits, is_slip
from migfacts.fact import Fact
from migfacts.relations.lists import NUMBERS, UNITS, Item, gap, heads, joined, lead, own_noun, tail
from migfacts.relations.passage import Passage

#: So many numbers make an addition, and no more are read as one.
FEWEST: Final = 3
MOST: Final = 9
#: How many sentences further the last of them may stand.
REACH: Final = 5
#: From which sizes on numbers are also read without the smaller ones among them.
COUNTS: Final = (100,)
SUMS: Final = (10_000, 1_000_000)
#: A total and what is added up are no more than so much apart: `LEAST` to its inverse.
LEAST: Final = Decimal("0.78")
NEAREST: Final = float(LEAST)
#: So far off at most are parts that need not be all, and yet are.
ALL: Final = Decimal("0.05")
#: A sum this small comes out by chance.
LOOSE: Final = 10
#: So many characters before a number lead to it.
LEAD: Final = 60
ZERO: Final = Decimal(0)

#: The class in which numbers may be added: numbers with numbers, dollars with dollars.
Sort = tuple[str, str | None, str | None]
COUNT: Final[Sort] = ("count", None, None)
#: A bare number between these is a year.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100


class Term(NamedTuple):
    """A number, and where its passage stands among those of the document."""

    at: int
    fact: Fact

    @property
    def value(self) -> Decimal:
        """The number."""
        return self.fact.value or ZERO


class Addition:
    """Numbers of one sort in a row, the largest of which may be the sum of the others."""

    def __init__(self, passages: list[Passage], sort: Sort, terms: list[Term]) -> None:
        self.passages, self.sort, self.terms = passages, sort, terms
        self.nth = max(range(len(terms)), key=lambda at: terms[at].value)
        self.total = terms[self.nth]
        self.parts = [*terms[: self.nth], *terms[self.nth + 1 :]]
        self.added = sum((part.value for part in self.parts), ZERO)
        self.passage = passages[self.total.at]

    @property
    def is_near(self) -> bool:
        """Is the largest larger than the others, and their sum not far off?"""
        value = self.total.value
        if value == value.to_integral_value() and self.added != self.added.to_integral_value():
            return False  # 6,875 people, at 5.5 to a household
        least = min(part.value for part in self.parts)
        alone = all(part.value < value for part in self.parts)
        return alone and least >= 0 and (
            self.added * LEAST <= value and value * LEAST <= self.added
        )  # fmt: skip

    @property
    def off(self) -> Decimal:
        """By how much of it the total misses the sum."""
        return abs(self.added / self.total.value - 1)

    @property
    def is_nearly_all(self) -> bool:
        """Do parts that need not be all come so near to the total that they are meant as all?"""
        return self.off <= ALL

    @cached_property
    def slip(self) -> int:
        """How many digits the sum has that the total is a slip of; 0 if it is none."""
        added = msgspec.structs.replace(self.total.fact, value=self.added)
        if not is_slip(self.total.fact, added):
            return 0
        return max(len(digits(value)) for value in (self.total.value, self.added))

    @cached_property
    def places(self) -> list[int]:
        """Which passages the numbers stand in."""
        return sorted({term.at for term in self.terms})

    @cached_property
    def sentences(self) -> list[Passage]:
        """The passages of the numbers."""
        return [self.passages[at] for at in self.places]

    @cached_property
    def before(self) -> str:
        """The words that lead to the total."""
        return self.passage.before(self.total.fact)

    @cached_property
    def after(self) -> str:
        """The words that follow the total."""
        return self.passage.after(self.total.fact)

    @cached_property
    def one_sentence(self) -> Passage | None:
        """The one sentence in which all parts stand."""
        places = {part.at for part in self.parts}
        return self.passages[self.parts[0].at] if len(places) == 1 else None

    @cached_property
    def lead_in(self) -> str:
        """The words between the total and the first part behind it in its sentence."""
        first = self.parts[0]
        if self.nth or first.at != self.total.at:
            return ""
        return gap(self.passage, self.total.fact, first.fact)

    @cached_property
    def items(self) -> list[Item]:
        """The parts with the words that lead to each and follow it."""
        return [self.item(part) for part in self.parts]

    def item(self, term: Term) -> Item:
        """A number with the words that lead to it and follow it."""
        passage = self.passages[term.at]
        return Item(term.fact, lead(passage, term.fact), tail(passage, term.fact))

    @cached_property
    def nouns(self) -> list[str]:
        """The nouns of the parts that have their own."""
        return [heads(part.fact) for part in self.parts if own_noun(part.fact)]

    @cached_property
    def outside(self) -> list[Fact]:
        """The other numbers of its sentences."""
        inside = {term.fact.start for term in self.terms}
        return [fact for each in self.sentences for fact in each.facts if fact.start not in inside]

    @cached_property
    def unjoined(self) -> bool:
        """Are there two parts in one sentence that nothing joins to a list?"""
        return any(
            one.at == other.at and not joined(self.passages[one.at], one.fact, other.fact)
            for one, other in pairwise(self.parts)
        )


def sort_of(fact: Fact) -> Sort | None:
    """The class in which a number may be added; None if it is no quantity."""
    if fact.value is None:
        return None
    if fact.kind in NUMBERS:
        return None if _is_year(fact) else COUNT
    if fact.kind not in UNITS:
        return None
    return fact.kind, fact.unit, None if fact.kind == "money" else fact.per


def _is_year(fact: Fact) -> bool:
    bare = fact.kind == "number" and fact.text.isdigit()
    return bare and FIRST_YEAR <= (fact.value or 0) <= LAST_YEAR


def _is_bare(fact: Fact) -> bool:
    """`412 kilometres; of these, 175 by road`: does it take over its unit?"""
    return fact.kind == "number" or (fact.kind == "count" and not own_noun(fact))


def in_order(passages: list[Passage]) -> Iterator[tuple[Sort, list[Term]]]:
    """The numbers of a document that may be added to one another, for each sort.

    A number without a unit stands with all units that are near. The large ones are also told
    without the small ones between them: no part of `EUR 26 million` is an allowance of `EUR 60`.
    """
    sorts: dict[Sort, list[Term]] = defaultdict(list)
    bare: dict[int, list[Term]] = defaultdict(list)
    for at, passage in enumerate(passages):
        for fact in passage.facts:
            sort = sort_of(fact)
            if sort is not None:
                sorts[sort].append(Term(at, fact))
                if sort == COUNT and _is_bare(fact):
                    bare[at].append(Term(at, fact))
    for sort, terms in sorts.items():
        if sort == COUNT:
            yield sort, terms
            yield from ((sort, large) for large in _large(terms, COUNTS))
            yield from _of_one_noun(terms)
            continue
        places = {term.at + step for term in terms for step in range(-REACH, REACH + 1)}
        others = [term for at in places & bare.keys() for term in bare[at]]
        every = sorted([*terms, *others], key=lambda term: term.fact.start)
        yield sort, every
        yield from ((sort, large) for large in _large(every, SUMS))


def _large(terms: list[Term], least: Iterable[int]) -> Iterator[list[Term]]:
    """The numbers of some size, where others stand among them."""
    for size in least:
        found = [term for term in terms if term.value >= size]
        if FEWEST <= len(found) < len(terms):
            yield found


def _of_one_noun(terms: list[Term]) -> Iterator[tuple[Sort, list[Term]]]:
    """The numbers of one noun that are near, and bare ones between, where others stand among them.

    `412 people … 388 … 2 empty boats … 1,175 people`.
    """
    nouns: dict[str, list[int]] = defaultdict(list)
    for at, term in enumerate(terms):
        if own_noun(term.fact):
            nouns[heads(term.fact)].append(at)
    for places in nouns.values():
        for first, last in pairwise(places):
            if terms[last].at - terms[first].at > REACH or last - first < FEWEST:
                continue
            likes = [at for at in range(first, last + 1) if at in (first, last)
                     or _is_bare(terms[at].fact)]  # fmt: skip
            if FEWEST <= len(likes) < last - first + 1:
                yield COUNT, [terms[at] for at in likes]


def read(passages: list[Passage], listed: Iterable[tuple[Sort, list[Term]]]) -> Iterator[Addition]:
    """Every few numbers in a row whose largest comes near to the sum of the others.

    Args:
        passages: those of a document.
        listed: their numbers, as `in_order` gives them.
    """
    seen: set[tuple[int, ...]] = set()
    for sort, terms in listed:
        values = [float(term.value) for term in terms]
        for start in range(len(terms) - FEWEST + 1):
            reach = terms[start].at + REACH
            added = largest = 0.0
            for end in range(start, min(len(terms), start + MOST)):
                if terms[end].at > reach:
                    break
                added += values[end]
                largest = max(largest, values[end])
                size = end - start + 1
                if size >= FEWEST and _comes_near(added - largest, largest, size):
                    for run in _without_their_number(terms[start : end + 1]):
                        key = tuple([id(term.fact) for term in run])
                        addition = Addition(passages, sort, run)
                        if addition.is_near and sort_of(addition.total.fact) == sort:
                            if key not in seen:
                                yield addition
                            seen.add(key)


def _comes_near(others: float, largest: float, size: int) -> bool:
    """Are the others about as large as the largest, perhaps without the number of the parts?"""
    return others * NEAREST - size <= largest and largest * NEAREST <= others


def _without_their_number(run: list[Term]) -> Iterator[list[Term]]:
    """Numbers in a row, with and without the one that says how many parts there are."""
    yield run
    if len(run) > FEWEST:
        for at, term in enumerate(run):
            if term.value == len(run) - 2:
                yield [*run[:at], *run[at + 1 :]]
