"""Product: a rate, a number and their total; an average, a number of periods and their total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, falls_to_each, heads, own_noun
from migfacts.relations.passage import Passage, places
from migfacts.relations.product import chained, each_of, multiplied, over_time, triples, typed
from migfacts.relations.product import patterns as pattern
from migfacts.relations.product.multiplied import product_of
from migfacts.relations.product.triples import counts, same_amount
from migfacts.relations.times import as_said

#: Of what is enough for some, a little may be left.
ENOUGH: Final = (pattern.ENOUGH, pattern.ENOUGH_TO)
#: What is told for each, beside a total and a number.
EACH_TOLD: Final = (
    pattern.LOADED, pattern.WEIGHED, pattern.ENOUGH, pattern.ENOUGH_TO, pattern.EACH_OF,
    pattern.FOR_EACH, pattern.EACH_FIRST, pattern.LOTS, pattern.LOTS_BEHIND,
)  # fmt: skip


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The products of a document."""
    where = places(passages)
    found = [each for passage in passages for each in chained.read(passage)]
    told = _totals(found)
    found += [
        each
        for each in _worded_in(passages)
        if not _of_itself(each)
        and told.isdisjoint(_totals([each]))
        and not multiplied.comes_out(passages, where, each)
    ]
    yield from found
    loose = list(multiplied.read(passages, found))
    done = _totals([*found, *loose])
    by_unit = typed.read(passages, done)
    for each in chain(loose, each_of.read(passages, done), by_unit):
        if not multiplied.comes_out(passages, where, each):
            yield each


def _totals(relations: list[Relation]) -> set[int]:
    """Where the totals of some products stand."""
    return {fact.start for each in relations for fact in each.roles.get("total", ())}


def _of_itself(relation: Relation) -> bool:
    """`2,860 hours, an average of 55 hours a week`: is the time the total itself, or but one?"""
    total, number = relation.one("total"), relation.one("number")
    one = number is not None and number.value == 1 and number.kind in NUMBERS
    return one or (total is not None and number is total)


def _worded_in(passages: list[Passage]) -> Iterator[Relation]:
    """Those that a wording tells, each within a sentence."""
    for passage in passages:
        facts = [fact for fact in passage.facts if fact.kind != "ordinal"]
        if len(facts) < 2:
            continue
        yield from over_time.read(passage, facts)
        if len(facts) > 2:
            yield from _worded(passage)
            yield from triples.read(passage)
            yield from _shared_out(passage)
            if passage.has("each"):
                yield from _each_noun(passage)


def _shared_out(passage: Passage) -> Iterator[Relation]:
    """`1.4 million litres a day to 70,000 people, or 20 litres per person per day`."""
    for total, number, rate in _found(passage, pattern.SHARED_OUT):
        if not same_amount(rate, total):
            continue
        if falls_to_each(passage, rate):
            yield product_of(rate, number, total)  # 180,000 litres a day, or 15 litres each
            continue
        if rate.per is None:
            continue
        noun, _, period = rate.per.partition(" / ")
        if period not in (total.per or "", "") or not counts(passage, noun, number):
            continue
        yield product_of(rate, number, total)
    for total, number, rate in _found(passage, pattern.COST_EACH):
        alike = same_amount(rate, total) and total.per is None
        if alike and counts(passage, rate.per or "", number):
            yield product_of(rate, number, total)
    for template in EACH_TOLD:
        for total, number, rate in _found(passage, template):
            total = multiplied.in_unit(total, rate)
            alike = same_amount(rate, total) and rate.per in (total.per, None)
            loose = template is pattern.EACH_FIRST
            left = (total.value or 0) - (rate.value or 0) * (number.value or 0)
            if template in ENOUGH and 0 < left < (rate.value or 0):
                continue  # 310 cubic metres, enough for 77 households at four each
            if alike and not (loose and not multiplied.is_plausible(rate, number, total)):
                yield product_of(rate, number, total)


def _found(passage: Passage, template: str) -> Iterator[tuple[Fact, Fact, Fact]]:
    """The total, the number and the rate of each match of a pattern."""
    for match in passage.find(template):
        total, number, rate = (passage.fact(match, name) for name in ("total", "number", "rate"))
        if not total or not number or not rate or _is_left(passage, total):
            continue
        if None not in (total.value, number.value, rate.value):
            yield total, number, rate


def _is_left(passage: Passage, total: Fact) -> bool:
    """`and two promises of £15,000 each, leaving £131,300 to be found`: is it what lacks?"""
    return passage.words.pattern(r"{leaving} $").search(passage.before(total)) is not None


def _worded(passage: Passage) -> Iterator[Relation]:
    """Products that are told by a wording of their own."""
    instalments = passage.words.shared["instalments"]
    for total, number, rate in _found(passage, pattern.INSTALMENTS):
        if heads(number) in instalments and rate.unit == total.unit:
            yield product_of(rate, number, total)
    for template in (pattern.OVER_TIME, pattern.RATE_OVER_TIME):
        for total, number, rate in _found(passage, template):
            if rate.per == number.unit and total.per is None and rate.unit == total.unit:
                yield product_of(rate, as_said(passage, number), total)
    for template in (pattern.GROUPS, pattern.ON_EACH):
        for total, number, rate in _found(passage, template):
            if (
                own_noun(rate)
                and heads(total) in ("", heads(rate))
                and heads(rate) != heads(number)
            ):
                yield product_of(rate, number, total)
    for total, number, rate in _found(passage, pattern.AVERAGE):
        shared = own_noun(number) and heads(total) != heads(number)
        each = passage.words.pattern(r"^ ?{each}").match(passage.after(rate))
        if shared and each and rate.per in (None, heads(number)):
            yield product_of(msgspec.structs.replace(rate, statistic="average"), number, total)


def _each_noun(passage: Passage) -> Iterator[Relation]:
    """`Each bus takes 45 people, so the 12 buses can carry 600`."""
    facts = [fact for fact in passage.facts if fact.kind not in ("ordinal", "date")]
    if len(facts) != 3 or any(fact.kind not in NUMBERS or fact.value is None for fact in facts):
        return
    rate, number, total = facts
    noun = number.entity_lemma or ""
    lead = passage.words.pattern(r"{each} ([^\W\d_]+)").search(passage.before(rate))
    if lead is None or not own_noun(number) or (own_noun(total) and heads(total) != heads(rate)):
        return
    if passage.words.canonical(lead[1]) == passage.words.canonical(noun.rpartition(" ")[2].lower()):
        yield product_of(rate, number, total)
