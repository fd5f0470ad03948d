"""Amounts: one amount in two currencies, by a rate that the text gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.equivalent import exchange
from migfacts.relations.equivalent import patterns as pattern
from migfacts.relations.equivalent.pairs import HAIR, NEAR, ONE
from migfacts.relations.passage import Passage
from migfacts.units import DAYS_OF

#: How many sentences before the amount may stand.
BACK = 3


def at_another_rate(said: set[Decimal], one: Fact, other: Fact) -> bool:
    """`84,000 francs were worth 80 dollars, as a dollar then cost 1,050 francs`: it came out.

    The dollar may also have risen `from 600 to 1,050 francs` anywhere else.
    """
    if one.kind != "money" or not one.value or not other.value:
        return False
    rate = max(one.value, other.value) / min(one.value, other.value)
    return any(abs(value / rate - 1) <= HAIR for value in said)


def by_rate(
    passage: Passage, rates: list[list[Fact]], told: set[int], said: set[Decimal]
) -> Iterator[Relation]:
    """`Who is entitled to USD 75 receives 8,900 shillings`: the only amounts, by a rate told."""
    amounts = [
        exchange.named(fact)
        for fact in passage.facts
        if fact.kind == "money" and fact.start not in told and fact.value and fact.change is None
    ]
    if len(amounts) != 2 or amounts[0].unit == amounts[1].unit or amounts[0].per:
        return
    if at_another_rate(said, *amounts):
        return
    relation = equal(passage, amounts[0], amounts[1], rates)
    rate = {fact.unit: fact.value or ONE for fact in relation.roles.get("rate", ())}
    one, other = ((fact.value or ONE) / rate.get(fact.unit, ONE) for fact in amounts)
    if rate and max(one, other) <= min(one, other) * NEAR:
        yield relation


def same_amount(passages: list[Passage], at: int, rates: list[list[Fact]]) -> Iterator[Relation]:
    """The amount of a sentence before in another currency, by the rate of this one."""
    passage = passages[at]
    for match in chain.from_iterable(map(passage.find, pattern.SAME_AMOUNT)):
        other = passage.fact(match, "b")
        told = (
            [exchange.named(fact) for fact in each.facts if fact.kind == "money"]
            for each in reversed(passages[max(0, at - BACK) : at])
        )
        amounts = next(filter(None, told), [])
        if other is None or len(amounts) != 1 or amounts[0].unit == other.unit:
            continue
        per = amounts[0].per  # not USD 300 a person, of an appeal
        if per is None or per == other.per or (other.per is None and per in DAYS_OF):
            yield equal(passage, amounts[0], other, rates)


def equal(passage: Passage, one: Fact, other: Fact, rates: list[list[Fact]]) -> Relation:
    """The equivalence of two quantities, of amounts with the rate that the text gives for them."""
    roles = {"one": [one], "other": [other]}
    how = None
    if one.kind == "money":
        for told in rates:
            rate = exchange.of_pair(passage, told, (one.unit, other.unit))
            if {rate[0].unit, rate[1].unit} == {one.unit, other.unit} and one not in rate:
                roles["rate"] = rate
                break
    elif one.kind == "measure" and (
        (one.change and not passage.words.has("to", passage.before(one)[-4:]))
        or passage.words.has("by", passage.before(one)[-4:])
    ):
        how = "difference"
    return Relation(kind="equivalent", roles=roles, how=how)
