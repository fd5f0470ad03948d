"""Each of: how much each of a number gets, told in one sentence, and all of it in another.

`Rice went to 12,500 families, 20 kilos to each. In all, 250 tonnes were handed out`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.product.multiplied import (
    in_unit,
    is_plausible,
    is_total,
    product_of,
)
from migfacts.units import DAYS_OF

#: How many sentences further the whole amount may be told, and before, the number.
BEHIND: Final = 4
BEFORE: Final = 4
#: The words that tell of a total.
TOTALS: Final = ("total", "together", "result", "therefore")
#: Of fewer the amounts beside them are of other things.
FEWEST: Final = 10
_PAIRS: Final = (
    # `18,000 residents, and each is entitled to 15 litres a day`; `…, each of whom gets 15 litres`
    r"(?P<number>N)[^A-Z;:.]{0,30}?, (?:{and} )?{each}\b[^A-Z;:.,]{0,40}?(?P<rate>[MQN])",
    # `12,500 families, 20 kilos to each`
    r"(?P<number>N)(?:,|,? {and}|,? {with}|,? {at})? (?P<rate>[MQ])(?: {to}| {on})? "
    r"(?:[^A-Z;:.,]{0,4} )?{each}\b",
    # `each of the 350 volunteers receives EUR 80 a month`
    r"{each} (?:{of_the} |{definite} )?(?P<number>N)[^A-Z;:.,]{0,40}? (?P<rate>[MQ])",
    # `with 8,000 people on the site and 15 litres a head`
    r"{with} (?P<number>N)[^A-Z;:.,]{0,30}? {and} (?P<rate>[MQ])(?=,)",
)
#: `Each resident receives 15 litres a day`, of residents who were counted before.
_RATE: Final = r"^{each} (?P<noun>[^\W\d_]+) [^A-Z;:.,]{0,30}?(?P<rate>[MQ])"
#: `Everybody gets 15 litres a day`, of people; `At 15 litres a day for each of them, …`, of any.
_ALL: Final = r"^{everybody} [^A-Z;:.,]{0,30}?(?P<rate>[MQ])"
_OF_THEM: Final = r"^{at} (?P<rate>[MQ]),? (?:{for_price} )?{each}(?: {of_them}| {of_it})?,"

#: `For each of the 12,000 residents this is 15 litres a day`, of an amount told before.
_FOR_EACH: Final = (
    r"^(?:{for_price} )?{each} (?:{of} )?[^A-Z;:.,]{0,24}?(?P<number>N),? [^A-Z;:.,]{0,30}?"
    r"(?P<rate>[MQ])\W*$"
)


def read(passages: list[Passage], done: set[int]) -> Iterator[Relation]:
    """The products whose number and rate stand together, or the rate behind what it is for.

    Args:
        done: where the totals start that are known.
    """
    for at, passage in enumerate(passages):
        if not (passage.has("each") or passage.has("with") or passage.has("everybody")):
            continue
        yield from _for_each_of(passages, at, done)
        for number, rate in chain(_together(passage), _apart(passages, at)):
            total = _total(passages[at : at + 1 + BEHIND], number, rate)
            if total is not None and total.start not in done:
                done.add(total.start)
                yield product_of(rate, number, in_unit(total, rate))


def _for_each_of(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """How much of the one amount that the sentence before tells there is for each of a number."""
    passage = passages[at]
    for match in passage.find(_FOR_EACH) if at and passage.has("each") else ():
        number, rate = passage.fact(match, "number"), passage.fact(match, "rate")
        if number is None or rate is None or not own_noun(number):
            continue
        likes = [fact for fact in passages[at - 1].facts
                 if fact.kind == rate.kind and in_unit(fact, rate).unit == rate.unit]  # fmt: skip
        if len(likes) != 1 or likes[0].start in done or likes[0].per != rate.per:
            continue
        bare = msgspec.structs.replace(rate, per=None)
        total = in_unit(likes[0], bare)
        if likes[0].change is None and is_plausible(bare, number, likes[0]):
            done.add(likes[0].start)
            yield product_of(rate, number, total)


def _together(passage: Passage) -> Iterator[tuple[Fact, Fact]]:
    for match in chain.from_iterable(map(passage.find, _PAIRS)):
        number, rate = passage.fact(match, "number"), passage.fact(match, "rate")
        if number and rate and own_noun(number) and (number.value or 0) >= FEWEST and rate.value:
            yield number, rate


def _apart(passages: list[Passage], at: int) -> Iterator[tuple[Fact, Fact]]:
    passage = passages[at]
    for template in (_RATE, _ALL, _OF_THEM):
        for match in passage.find(template):
            rate = passage.fact(match, "rate")
            noun = match["noun"] if template is _RATE else None
            likes = [
                fact
                for each in passages[max(0, at - BEFORE) : at]
                for fact in each.facts
                if fact.kind in NUMBERS and own_noun(fact) and fact.per is None
                and _is_of(passage, fact, noun, people=template is _ALL)
            ]  # fmt: skip
            number = likes[0] if len(likes) == 1 else None
            if rate and rate.value and number and (number.value or 0) >= FEWEST:
                yield number, rate


def _is_of(passage: Passage, fact: Fact, noun: str | None, *, people: bool) -> bool:
    """Does a number count those of each of whom something is told?"""
    if noun is not None:
        return heads(fact) == passage.words.language.singular(noun)
    return not people or heads(fact) in passage.words.shared["people"]


def _total(near: list[Passage], number: Fact, rate: Fact) -> Fact | None:
    """The one amount behind them in the unit of the rate, of the same time, and no rate itself."""
    period = next((part for part in (rate.per or "").split(" / ") if part in DAYS_OF), None)
    likes = [
        fact
        for passage in near
        if rate.kind != "money" or _is_theirs(passage, number, rate)
        for fact in passage.facts
        if fact.start > max(rate.start, number.start)
        and (fact.kind == rate.kind not in NUMBERS or _is_counted(passage, fact, rate))
        and fact.value
        and fact.change is None
        and in_unit(fact, rate).unit == rate.unit
        and (fact.per == period or _is_periodic(passage, fact, period))
    ]
    if len(likes) != 1 or (likes[0].value or 0) <= (rate.value or 0):
        return None
    bare = msgspec.structs.replace(rate, per=None)
    return likes[0] if is_plausible(bare, number, likes[0]) else None


def _is_theirs(passage: Passage, number: Fact, rate: Fact) -> bool:
    """Does the sentence of an amount speak of a total, of those who get it, or of what they get?

    `Each of the 350 volunteers gets a stipend of EUR 80. The stipends cost …`, not `The rent is …`.
    """
    if any(map(passage.has, TOTALS)):
        return True
    nouns = {heads(number), (rate.entity_lemma or "").rpartition(" ")[2].lower()} - {""}
    singular = passage.words.language.singular
    return any(singular(word.strip(".,;:()")) in nouns for word in passage.skeleton.split())


def _is_counted(passage: Passage, fact: Fact, rate: Fact) -> bool:
    """Of what is counted, is it told as a total of the same things?"""
    if rate.kind not in NUMBERS or fact.kind not in NUMBERS:
        return False
    told = passage.has("total") or passage.has("together") or is_total(passage, fact)
    return told and own_noun(fact) and heads(fact) == heads(rate)


def _is_periodic(passage: Passage, fact: Fact, period: str | None) -> bool:
    """`150,000 litres must be pumped daily`: is the amount that of the same time?"""
    adverb = passage.words.language.denominators.adverbs.meaning
    said = (adverb(word) for word in passage.after(fact).replace(".", "").split())
    return fact.per is None and (period is None or period in said)
