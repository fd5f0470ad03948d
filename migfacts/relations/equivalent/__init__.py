"""Equivalent: one quantity given in two units, currencies or notations."""

from __future__ import annotations

from collections.abc import Iterator

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.equivalent import exchange
from migfacts.relations.equivalent import patterns as pattern
from migfacts.relations.equivalent.amounts import at_another_rate, by_rate, equal, same_amount
from migfacts.relations.equivalent.pairs import ONE, TWICE, are_one
from migfacts.relations.lists import falls_to_each, heads
from migfacts.relations.passage import Passage
from migfacts.units import convert


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The equivalences of a document, each with the rate that the text gives for two currencies."""
    rates = [
        rate
        for passage in passages
        for rate in (*exchange.rates(passage), *exchange.rates_to_one(passage))
    ]
    coined = [rate for passage in passages for rate in exchange.coined(passage)]
    nouns, rates = frozenset(rate[1].unit for rate in coined), [*rates, *coined]
    said = {
        fact.value
        for passage in (passages if rates else ())
        for fact in passage.facts
        if fact.kind in ("money", "number") and fact.value is not None and fact.value > ONE
    }
    done: set[int] = set()
    for at, passage in enumerate(passages):
        yield from _those(passages, at)
        if len(passage.facts) < 2:
            continue
        if at and rates:
            yield from same_amount(passages, at, rates)
        for template in (
            pattern.BRACKET,
            pattern.WORDS,
            pattern.ASIDE,
            pattern.IN_BRACKETS,
            pattern.RATED,
            pattern.SHARES,
            pattern.THE_EQUIVALENT,
            pattern.WORTH,
            pattern.AT_RATE,
            pattern.PAID_AS,
            pattern.EQUAL,
            pattern.APPOSED,
            pattern.AGAIN,
            pattern.IN_BOTH,
            pattern.AREA,
        ):
            for match in passage.find(template):
                one, other = passage.fact(match, "a"), passage.fact(match, "b")
                if one is None or other is None or _is_other(passage, other):
                    continue
                one, other = (
                    exchange.as_money(fact)
                    if fact.kind == "count" and heads(fact) in nouns
                    else exchange.named(fact)
                    for fact in (one, other)
                )
                if are_one(passage, one, other, match) and not at_another_rate(said, one, other):
                    done.add(at)
                    yield equal(passage, one, other, rates)
    if rates:
        told = {fact.start for rate in rates for fact in rate}
        for at, passage in enumerate(passages):
            if at not in done:
                yield from by_rate(passage, rates, told, said)


def _those(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`It takes 150 minutes, and after those two and a half hours …`: the one told before."""
    passage = passages[at]
    for match in passage.find(pattern.THOSE):
        other = passage.fact(match, "b")
        if other is None:
            continue
        near = passages[max(0, at - 1) : at + 1] if passage.adjacent else [passage]
        times = [fact for each in near for fact in each.facts
                 if fact.kind == "duration" and fact.start < other.start]  # fmt: skip
        if len(times) != 1 or times[0].unit == other.unit or times[0].per is not None:
            continue
        value = convert(times[0].value or ONE, times[0].unit or "", other.unit or "") or ONE
        said = other.value or ONE
        if max(value, said) <= min(value, said) * TWICE:
            yield Relation(kind="equivalent", roles={"one": times, "other": [other]})


def _is_other(passage: Passage, fact: Fact) -> bool:
    """Is the second told of each, or is it a rise: `to 18 per cent, or half as much again`?"""
    again = passage.words.pattern(r"^ (?:{as_many_again}|{on_top}|{below}|{longer})").match(
        passage.after(fact)
    )  # 86.34 m, which is 80 cm above the mark
    behind = passage.skeleton[passage.position(fact) + 1 :]
    each = passage.words.pattern(r"^ ?\([^()]{0,12}\) {each}").match(behind)  # 900 (USD 9) per head
    return again is not None or each is not None or falls_to_each(passage, fact)
