"""Typed: a rate, and beside it the one number of what it is for each of and the one of what it is.

`34 boats with 1,870 persons, thus 55 persons per boat`: persons per boat, times boats, are persons,
whatever the words between them. The rate comes out of the two, so that it is rounded.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, VALUES, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.product.multiplied import is_plausible, product_of
from migfacts.units import DAYS_OF


def read(passages: list[Passage], told: set[int]) -> Iterator[Relation]:
    """The products that the units of three numbers tell; none of those whose total is `told`."""
    for passage in passages:
        for rate in passage.facts:
            noun = _noun(rate)
            if noun is None or not rate.value or rate.change is not None or rate.bound != "exact":
                continue
            total, number = _total(passage, rate), _number(passage, rate, noun)
            if total is None or number is None or total.start in told or total is number:
                continue
            if is_plausible(rate, number, total):
                rounded = msgspec.structs.replace(rate, statistic="average")
                yield product_of(rounded, number, total)


def _noun(rate: Fact) -> str | None:
    """What a rate is for each of, if it is for each of nothing else and of no time."""
    per = (rate.per or "").split(" / ")
    plain = len(per) == 1 and per[0] and per[0] not in DAYS_OF and not per[0][0].isdigit()
    return per[0] if plain and rate.kind in VALUES else None


def _total(passage: Passage, rate: Fact) -> Fact | None:
    """The one number beside a rate in its unit, of the same things, and larger."""
    found = [
        fact
        for fact in passage.facts
        if fact.per is None and fact.value and rate.value and fact.value > rate.value
        and fact.statistic is None and fact.change is None and _is_of(fact, rate)
    ]  # fmt: skip
    return found[-1] if len({fact.value for fact in found}) == 1 else None


def _is_of(fact: Fact, rate: Fact) -> bool:
    if rate.kind in NUMBERS:
        return fact.kind in NUMBERS and own_noun(fact) and heads(fact) == heads(rate) != ""
    return fact.kind == rate.kind and fact.unit == rate.unit


def _number(passage: Passage, rate: Fact, noun: str) -> Fact | None:
    """The one number beside a rate of what it is for each of."""
    people, anyone = passage.words.shared["people"], noun in passage.words.anyone
    found = [
        fact
        for fact in passage.facts
        if fact.kind in NUMBERS and fact is not rate and fact.per is None and own_noun(fact)
        and (fact.value or 0) > 1 and fact.bound == "exact"
        and fact.statistic is None and fact.change is None
        and (heads(fact) == noun or (anyone and heads(fact) in people))
    ]  # fmt: skip
    return found[-1] if len({fact.value for fact in found}) == 1 else None
