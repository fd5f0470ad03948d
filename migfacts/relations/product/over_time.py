"""Rates over time: two rates for one thing, and an average with the time and the total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.product import patterns as pattern
from migfacts.units import DAYS_OF


def read(passage: Passage, facts: list[Fact]) -> Iterator[Relation]:
    """The rates of a passage; `facts` are those that are no ranks."""
    yield from _two_rates(passage)
    yield from _days_a_week(passage)
    yield from _per_period(passage, facts)


def _two_rates(passage: Passage) -> Iterator[Relation]:
    """`USD 150 a month, or USD 1,800 a year`."""
    for match in passage.find(pattern.TWO_RATES):
        one, other = passage.fact(match, "a"), passage.fact(match, "b")
        if one is None or other is None or one.kind != other.kind or one.unit != other.unit:
            continue
        one = _of_period(one)
        if one.per in DAYS_OF and other.per in DAYS_OF and one.per != other.per:
            listed = passage.skeleton[match.end("a") : match.start("b")].strip() == ","
            if one.kind in NUMBERS and (listed or heads(one) != heads(other)):
                continue  # 25 lessons a week, five a day from Monday to Friday
            yield Relation(kind="product", roles={"rate": [one, other]}, how="rates")


def _of_period(rate: Fact) -> Fact:
    """`EUR 150 a month per tenant` as a rate a month, whomever it is for."""
    periods = [part for part in (rate.per or "").split(" / ") if part in DAYS_OF]
    return msgspec.structs.replace(rate, per=periods[0]) if len(periods) == 1 else rate


def _days_a_week(passage: Passage) -> Iterator[Relation]:
    """`350 meals a day, six days a week, or 2,100 meals a week`."""
    for match in passage.find(r"(?P<a>[MQN]),? (?P<days>T)[^A-Z;:.]{0,40}? (?P<b>[MQN])"):
        one, days, other = (passage.fact(match, name) for name in ("a", "days", "b"))
        if not (one and days and other) or one.per != days.unit or days.per != other.per:
            continue
        if days.per is None or one.kind != other.kind or one.unit != other.unit:
            continue
        number, total = (msgspec.structs.replace(fact, per=None) for fact in (days, other))
        roles = {"rate": [one], "number": [number], "total": [total]}
        yield Relation(kind="product", roles=roles)


def _per_period(passage: Passage, facts: list[Fact]) -> Iterator[Relation]:
    """`4,380 deaths in 2023, an average of 20 a day`."""
    words = passage.words
    rates = [fact for fact in facts if fact.per in DAYS_OF and fact.value is not None]
    if len(rates) != 1:
        return
    rate = rates[0]
    averaged = (
        rate.statistic == "average"
        or words.pattern(r"{average}|{or} (?:{equivalent} )?$|\($").search(passage.before(rate))
        is not None
        or words.pattern(r"^,? ?{average}").match(passage.after(rate)) is not None
        or (rate.bound == "approx" and passage.before(rate).endswith(", "))
    )
    if not averaged:
        return
    totals = [
        fact
        for fact in facts
        if fact is not rate and fact.per is None and fact.value is not None
        and (fact.kind == rate.kind or (fact.kind in NUMBERS and rate.kind in NUMBERS))
        and fact.unit == rate.unit and _same_noun(fact, rate)
    ]  # fmt: skip
    told = [fact for fact in facts if fact.kind == "duration" and fact.per is None]
    dates = [fact for fact in facts if fact.kind == "date"]
    spans = told or ([] if dates else _year(passage, rate))
    others = len(facts) - len(totals) - len(told) - len(dates) - 1
    if len(totals) != 1 or others > 0 or max(len(spans), len(dates)) != 1:
        return
    first, last = sorted(map(passage.position, (totals[0], rate)))
    if words.pattern("{compared}").search(passage.skeleton, first, last):
        return  # 22 raids in the last week, compared with an average of 20 a week over 8 weeks
    roles = {"rate": [rate], "number": spans or dates, "total": totals}  # the 30 days of June 2024
    how = "average" if _on_any_day(passage, totals[0]) else "worked"
    yield Relation(kind="product", roles=roles, how=how)


def _year(passage: Passage, rate: Fact) -> list[Fact]:
    """`2,600 calls during the year, about 50 a week`: the one year that is told of, if any."""
    said = passage.words.pattern(r"{during_year}").search(passage.skeleton)
    if said is None:
        return []
    year = msgspec.structs.replace(
        rate,
        kind="duration",
        text=said[0].partition(" ")[2],
        value=Decimal(1),
        unit="year",
        per=None,
        bound="exact",
    )
    return [year]


def _on_any_day(passage: Passage, total: Fact) -> bool:
    """Is it told of what happens on Sundays too, as deaths do, or is it no count?"""
    said = f"{total.event or ''} {total.entity_lemma or ''}".lower().split()
    words = passage.words
    return total.kind not in NUMBERS or bool(words.every_day & set(map(words.canonical, said)))


def _same_noun(total: Fact, rate: Fact) -> bool:
    """Do both count the same; a rate without a noun of its own counts what the total does?"""
    return total.kind not in NUMBERS or not own_noun(rate) or heads(total) == heads(rate)
