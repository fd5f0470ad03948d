"""Weighing: how much speaks for two numbers being told of one thing, in points.

No single sign decides whether `the 15 ambulances which your Red Cross gave` are the `12 used
ambulances` of another page. Each sign that they are has its points, each that they are not takes
some away, and only a sum of at least `ENOUGH` is sure. What surely tells the two apart outweighs
everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from migfacts.coreference.growing import has_grown
from migfacts.coreference.mistyped import FACTOR, LABEL, SCALES
from migfacts.coreference.pair import Pair
from migfacts.coreference.signs import (
    HAIR,
    OF_NUMBERS,
    OF_WORDS,
    SO_FAR,
    Sign,
    most_of_words,
    of_numbers,
    parts_alike,
    scopes_apart,
)
from migfacts.things.standing import (
    overlap,
    said,
    same_scope,
    same_time,
    tells_another,
)
from migfacts.things.thing import Thing

#: The kinds that are compared.
KINDS: Final = frozenset(("count", "money", "percent", "measure", "duration"))
#: So many digits are hardly in disorder by chance.
SURE: Final = 5
#: And so many in a sentence that is told twice.
TWICE: Final = 4
#: A sum of so many points is sure.
ENOUGH: Final = 36
#: Sentences that differ in so few words are built alike.
ODD: Final = 2
#: A number that is that many times the other may have its scale mistyped.
ORDERS: Final = frozenset((Decimal(10), *SCALES))
#: Kinds of which the noun tells what they are of: a road is no railway.
NAMED: Final = frozenset(("count", "measure", "duration"))
#: What speaks for one thing and against it.
EVIDENCE: Final = (*OF_NUMBERS, *OF_WORDS)


def comparable(thing: Thing) -> bool:
    """May a number be compared with others at all?"""
    fact = thing.fact
    return (
        (thing.kind in KINDS or (fact.kind == "age" and fact.statistic is not None))
        and not thing.quoted
        and (fact.value is not None or fact.low is not None)
        and fact.change is None
        and bool(
            thing.words
            or thing.definite
            or thing.modifiers
            or thing.rate
            or len(thing.around) <= LABEL
            or thing.head
        )
        and (fact.kind != "count" or bool(thing.head))
    )


def points(pair: Pair) -> dict[str, float]:
    """What speaks for one thing and what against, each with its points; empty if all is settled."""
    return {} if _are_two(pair) else dict(_points(pair, EVIDENCE))


def _points(pair: Pair, signs: Iterable[Sign]) -> Iterator[tuple[str, float]]:
    for name, worth, holds, among in signs:
        if all(getattr(pair, what) for what in among):
            told = worth * float(holds(pair))
            if told:
                yield name, told


def are_one(pair: Pair) -> bool:
    """Does enough speak for it that two numbers are told of one thing?"""
    told, wanted = 0.0, ENOUGH - most_of_words(pair)
    signs = of_numbers(permuted=pair.permuted, apart=pair.apart, known=pair.known)
    for (_, worth, holds, _), rest in signs:
        if told + rest < wanted:
            return False
        told += worth * holds(pair)
    if told < wanted or _are_two(pair):
        return False
    return told + sum(worth for _, worth in _points(pair, OF_WORDS)) >= ENOUGH


def _are_two(pair: Pair) -> bool:
    """Is there what surely tells them apart?"""
    one, other = pair.one, pair.other
    return (
        bool((one.rate - said(other)) | (other.rate - said(one)))
        or one.fact.statistic != other.fact.statistic
        or (pair.factor > FACTOR and pair.factor not in ORDERS and not pair.permuted)
        or not overlap(one.period, other.period)
        or not _one_scope(pair)
        or len(pair.places - {None}) > 1
        or tells_another(one, other)
        or _is_another(pair)
        or _is_of_another_time(pair)
        or (pair.apart and (_are_of_a_series(one, other) or _are_of_two_levels(one, other)))
        or (pair.apart and (has_grown(pair) or _points_to_a_time(pair)))
    )


def _points_to_a_time(pair: Pair) -> bool:
    """`The hotline took 38,000 calls during those twelve months`: which, another sentence told."""
    wholes = (each.whole for each in (pair.one, pair.other) if each.fact.period is None)
    return any(whole.then for whole in wholes if whole is not None)


def _is_of_another_time(pair: Pair) -> bool:
    """`The rate is USD 22.` `Until March the rate was USD 18`: does one tell how it is not now?

    Or are they of two days: `On 1 March the camp had 23,400`, `On 31 March it had 24,400`?
    """
    days = pair.one.days, pair.other.days
    if all(days) and not days[0] & days[1]:
        return True
    one, other = pair.one.whole, pair.other.whole
    if one is None or other is None:
        return False
    if one.years - other.years and other.years - one.years and not pair.permuted:
        return True  # of those who came in 2019, of those who came in 2021
    if pair.dated or (pair.known and pair.other.kind == "count"):
        return False  # next week each of the 1,250 volunteers gets a coat
    return one.not_now != other.not_now


def _one_scope(pair: Pair) -> bool:
    """Have both one standing? `The 22 shelters will stay open`: another thing is planned."""
    return same_scope(pair.one, pair.other) or scopes_apart(pair) <= SO_FAR


def _is_another(pair: Pair) -> bool:
    """Are they of two nouns, two rows, or of two sentences built alike?"""
    one, other = pair.one, pair.other
    if one.row is not None or other.row is not None:
        return not same_time(one, other) or (one.row is not None and other.row is not None)
    people = one.people.are and other.people.are
    if pair.heads_said == 0 and one.kind in NAMED and not (people or _is_one_number(pair)):
        return True
    if one.people.some and other.people.some and one.head != other.head:
        return True  # men, girls
    happened, happening = one.people.happening, other.people.happening
    if happened and happening and not happened & happening:
        return True  # died at sea, rescued at sea
    if not pair.apart and one.sentence == other.sentence:
        return True
    partitive = one.partitive or other.partitive
    if partitive and not (pair.permuted or parts_alike(pair) or one.verbs & other.verbs):
        return True
    return not pair.apart and _built_alike(pair) and not _is_told_twice(pair)


def _is_told_twice(pair: Pair) -> bool:
    """`The line took 3,184 calls in May 2024`, word for word, and its digits in disorder?"""
    again = pair.one.skeleton == pair.other.skeleton and pair.permuted
    return again and pair.sizes[0] >= TWICE and pair.factor <= HAIR


def _is_one_number(pair: Pair) -> bool:
    """`18,214 records`, `18,241 rows`: so many digits in disorder are hardly there by chance."""
    return pair.permuted and pair.sizes[0] >= SURE and pair.factor <= HAIR


def _built_alike(pair: Pair) -> bool:
    """`The clinic in the port treated N`, `The clinic on the hill treated N`: one for each."""
    one, other = pair.one.skeleton, pair.other.skeleton
    return one == other or _are_alike(one, other)


def _are_alike(one: str, other: str) -> bool:
    """Do two texts differ in a word or two?"""
    here, there = one.split(), other.split()
    if len(here) != len(there):
        return False
    odd = sum(a != b for a, b in zip(here, there, strict=True))
    return odd <= ODD and odd + ODD <= len(here)


def _are_of_two_levels(one: Thing, other: Thing) -> bool:
    """`The province has 84,000`, `51,000 in our town`: are they of unlike territories or years?"""
    return bool(one.levels and other.levels and not one.levels & other.levels)


def _are_of_a_series(one: Thing, other: Thing) -> bool:
    """`Hospital North: report`, `Hospital South: report`: has each of two documents its own?"""
    if one.title is None or other.title is None:
        return False
    if one.title.text == other.title.text:
        here, there = one.title.edition, other.title.edition
        numbered = here is not None and there is not None and here[0] == there[0]
        if not overlap(one.day, other.day):
            return True  # Monthly figures, May 2024, and June
        return numbered and here != there  # Weekly note 36, weekly note 37
    return _are_alike(one.title.text, other.title.text)
