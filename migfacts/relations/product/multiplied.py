"""Multiplied: a rate for each of some, their number, and a total, in whatever order they stand.

`The camp has 12,000 residents … Each needs 15 litres a day, so the pump must give 180,000 litres`.
A total that other numbers beside it make is one of those.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, VALUES, heads, of_one_unit, own_noun
from migfacts.relations.passage import Passage, X
from migfacts.units import DAYS_OF, convert

#: How many sentences before may tell the number.
BACK: Final = 3
#: How many sentences before may tell what a rate and a number make.
FAR: Final = 10
#: A total is no more than that many times what it is, if it is misreported.
LOOSE: Final = 3
#: A sentence with more numbers than these tells more than a product.
MOST: Final = 3
#: Of so many numbers of a sentence three may be multiplied.
CROWD: Final = 8
#: So many numbers before a total, and behind it, may be those that make it.
BESIDE: Final = 24
HALF: Final = Decimal("0.5")
ZERO: Final = Decimal(0)
#: What is meant beside metric units: `320 tons` of bags of 50 kg.
METRIC: Final = {"ton": "metric_ton"}
#: An average is rounded, and so is what it makes.
ROUNDED: Final = Decimal("0.002")
_EACH: Final = (
    rf"(?P<number>N)(?:,|,? {{and}}|,? {{with}}|,? {{at}})? (?P<rate>{X})(?: {{to}}| {{on}})? "
    rf"(?:[^A-Z;:.,]{{0,4}} )?{{each}}\b[^A-Z;:.]{{0,24}}?, [^A-Z;:.]{{0,50}}?(?P<total>{X})"
)
#: `90,000 litres a day, which gives every person 25 litres`, of people who were counted before.
_GIVES: Final = (
    r"(?P<total>[MQ])[^A-Z;:.]{0,60}? {each} (?P<noun>[^\W\d_]+) (?P<rate>[MQ])(?![^A-Z;:.]*[A-Z])"
)


def read(passages: list[Passage], found: list[Relation]) -> Iterator[Relation]:
    """The products that no wording of its own tells; `found` are those it does."""
    told = {fact.start for relation in found for fact in relation.facts()}
    for at, passage in enumerate(passages):
        yield from _each_behind(passage, told)
        yield from _given(passages, at, told)
        for total in passage.facts:
            if total.start in told or not is_total(passage, total):
                continue
            if sum(fact.kind in VALUES for fact in passage.facts) > MOST:
                continue
            for rate, noun in _rates(passages, at, total):
                number = _number(passages, at, rate, noun, total)
                if number is not None and is_plausible(rate, number, total):
                    yield product_of(rate, number, in_unit(total, rate))
                    told.add(total.start)
                    break


def _each_behind(passage: Passage, told: set[int]) -> Iterator[Relation]:
    """`With 6,200 residents and 15 litres for each of them, the site needs 93,000 litres a day`."""
    for match in passage.find(_EACH):
        number, rate, total = (passage.fact(match, name) for name in ("number", "rate", "total"))
        if number is None or rate is None or total is None or total.start in told:
            continue
        if None in (number.value, rate.value, total.value) or rate.per is not None:
            continue
        same = own_noun(rate) and heads(rate) == heads(total) and total.kind in NUMBERS
        alike = rate.kind == total.kind not in NUMBERS
        if own_noun(number) and (same or alike) and is_plausible(rate, number, total):
            told.add(total.start)
            yield product_of(rate, number, in_unit(total, rate))


def _given(passages: list[Passage], at: int, told: set[int]) -> Iterator[Relation]:
    """An amount, and what it gives each of those that a sentence before counts."""
    passage = passages[at]
    for match in passage.find(_GIVES) if passage.has("each") else ():
        total, rate = passage.fact(match, "total"), passage.fact(match, "rate")
        if total is None or rate is None or total.kind != rate.kind or total.start in told:
            continue
        number = _number(passages, at, rate, passage.words.language.singular(match["noun"]), total)
        if number is not None and is_plausible(rate, number, total):
            told.add(total.start)
            yield product_of(rate, number, in_unit(total, rate))


def product_of(rate: Fact, number: Fact, total: Fact) -> Relation:
    """The relation of how much there is for each, of how many, and all of it."""
    return Relation(kind="product", roles={"rate": [rate], "number": [number], "total": [total]})


def comes_out(passages: list[Passage], where: dict[int, int], relation: Relation) -> bool:
    """Is the total of a product that of two other numbers in its sentence or the one before?"""
    total = relation.one("total") or (relation.roles["rate"][-1] if relation.how else None)
    if total is None or total.value is None or _is_right(relation):
        return False
    at = where[total.start]
    near = [fact for each in passages[max(0, at - BACK) : at + 1] for fact in each.facts]
    nth = bisect_left(near, total.start, key=lambda fact: fact.start)
    near = near[max(0, nth - BESIDE) : nth + BESIDE]
    values = [
        (fact, value)
        for fact in near
        if fact.start != total.start and (value := fact.value) and value > 1
    ]
    before = [fact for each in passages[max(0, at - FAR) : at] for fact in each.facts]
    if _is_told_before(relation, before) or _is_inverse(relation):
        return True
    pairs = [one * other for nth, (_, one) in enumerate(values) for _, other in values[nth + 1 :]]
    in_turn = [one * other for (_, one), (_, other) in pairwise(values)]
    pairs += [one + other for one, other in zip(in_turn, in_turn[2:], strict=False)]
    pairs += [
        (one + other) * third  # 150 grams of flour and 30 grams of beans for 18,720 pupils
        for (here, one), (there, other) in pairwise(values)
        for _, third in values
        if here.unit is not None and here.unit == there.unit
    ]
    here = {fact.start for fact in passages[at].facts}
    pairs += [  # two clerks at EUR 2,450 a month each for six months
        one * other * third
        for (_, one), (_, other), (_, third) in combinations(
            [each for each in values if each[0].start in here][:CROWD], 3
        )
    ]
    return any(abs(made - total.value) <= total.value * ROUNDED for made in pairs)


def _is_told_before(relation: Relation, near: list[Fact]) -> bool:
    """Is the right total told near by, so that this is the amount of something else?"""
    rate, number, total = (relation.one(role) for role in ("rate", "number", "total"))
    if not (rate and number and total) or total.kind not in ("money", "measure"):
        return False
    made = (rate.value or ZERO) * (number.value or ZERO)
    return any(
        fact.value == made and of_one_unit(fact, total) for fact in near if fact is not number
    )


def _is_inverse(relation: Relation) -> bool:
    """`268 patients in 403 consultations, an average of 1.5 each`: is it the number for each?"""
    rate, number, total = (relation.one(role) for role in ("rate", "number", "total"))
    if not (rate and number and total and total.value) or relation.how is not None:
        return False
    half = (rate.precision or ZERO) / 2
    fraction = half < HALF and total.kind in NUMBERS
    return fraction and abs((number.value or ZERO) / total.value - (rate.value or ZERO)) <= half


def _is_right(relation: Relation) -> bool:
    rate, number, total = (relation.one(role) for role in ("rate", "number", "total"))
    if not (rate and number and total) or relation.how is not None:
        return False
    return (rate.value or 0) * (number.value or 0) == total.value


def is_total(passage: Passage, fact: Fact) -> bool:
    """`so …`, `in all`, `need 90,000 litres`: is it told as what comes out?"""
    if fact.kind not in VALUES or fact.value is None or fact.change is not None or fact.statistic:
        return False
    words, lead = passage.words, passage.before(fact)[-60:]
    if words.pattern(r"{further} $").search(lead) is not None:
        return False
    cue = words.pattern(
        r"(?:{result}|{therefore}|{product}|{costs}|{amounting}|{that_is},) ?(?:[^A-Z,]{0,40})?$"
    )
    ored = words.pattern(r", {or} (?:{equivalent} )?$")
    behind = words.pattern(r"^,? ?{total}").match(passage.after(fact)[:16])
    if fact.kind == "money" and words.pattern(r"^[^A-Z;:.,]{2,30} {for_price} $").match(
        passage.before(fact)
    ):
        return True  # 2,400 of these kits for USD 96,000
    return any(each.search(lead) for each in (cue, ored)) or behind is not None


def _rates(passages: list[Passage], at: int, total: Fact) -> Iterator[tuple[Fact, str]]:
    """The rates in the sentence or the one before, with the noun for each of which they are."""
    for near in range(at, max(-1, at - 2), -1):
        passage = passages[near]
        for rate in passage.facts:
            if rate.start == total.start or rate.value in (None, 1) or rate.change is not None:
                continue
            if not _alike(rate, total) or (near == at and rate.start > total.start):
                continue
            if any(fact is not rate and _is_like(fact, rate, total) for fact in passage.facts):
                continue  # EUR 1,000 for each adult and EUR 500 for each child
            noun = _for_each(passage, rate)
            price = rate.kind == "money" and _priced(passage, rate) is not None
            told = near == at or passage.has("each") or price
            own = total.kind in NUMBERS and noun == heads(total)
            if noun is not None and told and not own:
                yield rate, noun


def _is_like(fact: Fact, rate: Fact, total: Fact) -> bool:
    """Is a number besides a rate and its total in their unit?"""
    alike = (fact.kind, fact.unit) == (rate.kind, rate.unit) and fact.kind not in NUMBERS
    return alike and fact.start != total.start


def _alike(rate: Fact, total: Fact) -> bool:
    """Is the total in the unit of the rate, and of no other period?"""
    period = next((part for part in (rate.per or "").split(" / ") if part in DAYS_OF), None)
    if period is not None and period != total.per:
        return False
    if rate.kind in NUMBERS:
        same = heads(rate) == heads(total) or not own_noun(total)
        return total.kind in NUMBERS and own_noun(rate) and same
    return rate.kind == total.kind and (rate.unit == total.unit or rate.kind == "measure")


def _for_each(passage: Passage, rate: Fact) -> str | None:
    """What a rate is for each of: its denominator, or the noun behind `each`; `` for any."""
    words, before = passage.words, passage.before(rate)
    adverb = words.language.denominators.adverbs.meaning
    if any(adverb(word) in DAYS_OF for word in before.split()):
        return None  # monthly grants of USD 32 per household
    per = [part for part in (rate.per or "").split(" / ") if part and part not in DAYS_OF]
    if per:
        return per[0]
    each = words.pattern(r"(?:^|[;,.] |{and} ){each} (?:{of_them} |(?P<noun>[^\W\d_]+) )?").search(
        before
    )
    if each is not None:
        noun = each["noun"] or ""
        known = words.language.lexicon.tags.get(noun, "n")
        return words.language.singular(noun) if known in "nNkbz" else ""
    return _priced(passage, rate)


def _priced(passage: Passage, rate: Fact) -> str | None:
    """`A hygiene kit costs USD 35`: what the price is for each of."""
    one = passage.words.pattern(
        r"^(?:{article} )?(?:[^\W\d_]+ )?(?P<noun>[^\W\d_]+) (?:{costs}|{having}) $"
    ).search(passage.before(rate))
    return passage.words.language.singular(one["noun"]) if one is not None else None


def _number(passages: list[Passage], at: int, rate: Fact, noun: str, total: Fact) -> Fact | None:
    """The one number of what the rate is for each of, in the sentence or before it."""
    people, anyone = passages[at].words.shared["people"], passages[at].words.shared["heads"]
    joint = passages[at].words.pattern(r"^ {and} ")  # the 2,000 kits and their transport
    theirs = passages[at].words.pattern(r"^ {of_these}")  # 2,400 of these kits
    along = passages[at].words.pattern(r"\b{with} $")  # a couple with two children
    found = [
        fact
        for passage in passages[max(0, at - BACK) : at + 1]
        for fact in passage.facts
        if fact.kind in NUMBERS
        and fact.value is not None
        and not (passage is passages[at] and joint.match(passage.after(fact)))
        and fact.start not in (rate.start, total.start)
        and along.search(passage.before(fact)) is None
        and (own_noun(fact) or theirs.match(passage.after(fact)) is not None)
        and fact.per is None
        and fact.value > 1
        and (heads(fact) == noun or (heads(fact) in people and noun in anyone))
    ]
    alone = len({fact.value for fact in found}) == 1 and found[-1].change is None
    return found[-1] if alone else None


def in_unit(total: Fact, rate: Fact) -> Fact:
    """A total in the unit of its rate: `600 bags of 50 kg each, 30 tonnes in all`."""
    same = total.kind == rate.kind and total.kind in ("measure", "duration")
    if not same or total.unit == rate.unit:
        return total
    unit = METRIC.get(total.unit or "", total.unit or "")
    value = convert(total.value or Decimal(0), unit, rate.unit or "")
    step = convert(total.precision or Decimal(1), unit, rate.unit or "")
    if value is None or step is None:
        return total
    return msgspec.structs.replace(total, value=value, precision=step, unit=rate.unit)


def is_plausible(rate: Fact, number: Fact, total: Fact) -> bool:
    """May the total be a product misreported?"""
    said = in_unit(total, rate)
    if said.unit != rate.unit:
        return False
    real, told = (rate.value or 0) * (number.value or 0), said.value or 0
    return real <= told * LOOSE and told <= real * LOOSE
