"""Product: a rate, a number and their total; an average, a number of periods and their total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, UNITS, falls_to_each, gap, heads, own_noun
from migfacts.relations.passage import Passage, places
from migfacts.relations.product import chained, each_of, multiplied, over_time, typed
from migfacts.relations.product import patterns as pattern
from migfacts.relations.product.multiplied import product_of
from migfacts.relations.times import as_said
from migfacts.units import DAYS_OF

#: Of what is enough for some, a little may be left.
ENOUGH: Final = (pattern.ENOUGH, pattern.ENOUGH_TO)
#: What is told for each, beside a total and a number.
EACH_TOLD: Final = (
    pattern.LOADED, pattern.WEIGHED, pattern.ENOUGH, pattern.ENOUGH_TO, pattern.EACH_OF,
    pattern.FOR_EACH, pattern.EACH_FIRST, pattern.LOTS, pattern.LOTS_BEHIND,
)  # fmt: skip
_AMOUNTS: Final = frozenset(("money", "measure", *NUMBERS))


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
            yield from _triples(passage)
            yield from _shared_out(passage)
            if passage.has("each"):
                yield from _each_noun(passage)


def _triples(passage: Passage) -> Iterator[Relation]:
    """A rate and a number next to one another, and a total that is marked as one."""
    facts = [fact for fact in passage.facts if fact.kind not in ("ordinal", "date")]
    for at in range(len(facts) - 2):
        one, other, total = facts[at : at + 3]
        sure = _is_total(passage, total)
        if not (sure or _may_be_total(passage, total)) or _are_listed(passage, one, other):
            continue
        total = multiplied.in_unit(total, one if one.kind == "measure" else other)
        for rate, number in ((one, other), (other, one)):
            if not _rate_of(passage, rate, number, total):
                continue
            if sure or multiplied.is_plausible(rate, number, total):
                yield product_of(rate, number, total)
            break


def _are_listed(passage: Passage, one: Fact, other: Fact) -> bool:
    """`each of one leader and two helpers`: do two numbers stand side by side, or apart?"""
    between = gap(passage, one, other)
    return ";" in between or passage.words.pattern(r" ?{and} ").fullmatch(between) is not None


def _shared_out(passage: Passage) -> Iterator[Relation]:
    """`1.4 million litres a day to 70,000 people, or 20 litres per person per day`."""
    for total, number, rate in _found(passage, pattern.SHARED_OUT):
        if not _same_amount(rate, total):
            continue
        if falls_to_each(passage, rate):
            yield product_of(rate, number, total)  # 180,000 litres a day, or 15 litres each
            continue
        if rate.per is None:
            continue
        noun, _, period = rate.per.partition(" / ")
        if period not in (total.per or "", "") or not _counts(passage, noun, number):
            continue
        yield product_of(rate, number, total)
    for total, number, rate in _found(passage, pattern.COST_EACH):
        alike = _same_amount(rate, total) and total.per is None
        if alike and _counts(passage, rate.per or "", number):
            yield product_of(rate, number, total)
    for template in EACH_TOLD:
        for total, number, rate in _found(passage, template):
            total = multiplied.in_unit(total, rate)
            alike = _same_amount(rate, total) and rate.per in (total.per, None)
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


def _rate_of(passage: Passage, rate: Fact, number: Fact, total: Fact) -> bool:
    """Is the one a rate for each of the other, and the total in the rate's unit?"""
    if rate.value is None or number.value is None or total.value is None:
        return False
    if number.kind == "duration":
        whole = total.per not in DAYS_OF  # 90 a month for 8 months: 720 per family
        alone = not _of_each(passage, rate, total)
        return rate.per == number.unit and whole and alone and _same_amount(rate, total)
    if number.kind not in NUMBERS:
        return False
    noun = heads(number)
    if rate.per is not None and rate.per not in DAYS_OF:
        per = rate.per.split(" / ")
        if len(per) > 1 and per[1] == total.per:
            return _counts(passage, per[0], number) and _same_amount(rate, total)
        if len(per) == 1 and total.per in DAYS_OF:  # at 15 litres a head they need N litres a day
            return _counts(passage, per[0], number) and _same_amount(rate, total)
        return passage.words.canonical(per[-1]) == passage.words.canonical(noun) and (
            len(per) == 1 and _same_unit(rate, total, periodic=False)
        )
    if not _same_unit(rate, total, periodic=True):
        return False
    timely = next((fact for fact in (rate, number) if fact.per in DAYS_OF), None)
    if timely is not None and total.per is None and _of_another_time(passage, timely, total):
        return False  # two watchmen at USD 30 a month each will use USD 720 in a year
    if rate.per in DAYS_OF and rate.kind == "money" and total.per is None:
        return False  # six engineers at USD 2,000 a month cost USD 216,000, in so many months
    if rate.per in DAYS_OF and total.per is None and any(map(_is_time, passage.facts)):
        return False  # ten interviews a day each: with four pairs, 640 interviews need 16 days
    return _each(passage, rate, number, total)


def _of_each(passage: Passage, rate: Fact, total: Fact) -> bool:
    """`Each helper came for two hours a week … and in sum they gave 4,600`: is one for each?"""
    words = passage.words
    led = words.pattern(r"{each} [^\W\d_]+ [^A-Z;:.]*$").search(passage.before(rate))
    others = words.pattern(r"{and} [^A-Z;:.]*{pronouns} ").search(passage.before(total))
    return led is not None and others is not None


def _of_another_time(passage: Passage, rate: Fact, total: Fact) -> bool:
    """Is another period named behind the total: `300 a day, so 1,200 over the campaign`?"""
    if passage.words.pattern(r"^ {over_time} {definite} ").match(passage.after(total)) is not None:
        return True
    meaning = passage.words.language.units.words.meaning
    said = (meaning(word.strip(" .,;:()")) for word in passage.after(total)[:40].split())
    return any(unit in DAYS_OF and unit != rate.per for unit in said)


def _is_time(fact: Fact) -> bool:
    return fact.kind == "duration" and fact.per is None


def _counts(passage: Passage, noun: str, number: Fact) -> bool:
    """Is a number one of what a rate is for each of: persons, of whatever name, or the noun?"""
    people = passage.words.shared["people"]
    return noun == heads(number) or (noun in people and heads(number) in people)


def _ends(passage: Passage, fact: Fact) -> bool:
    """`96 classes of 24 each: 48 in the first year, 30 in the second …`: is it no list?"""
    return not any(each.kind in (fact.kind, *NUMBERS) for each in passage.behind(fact))


def _same_amount(rate: Fact, total: Fact) -> bool:
    return rate.kind == total.kind and rate.unit == total.unit and rate.kind not in NUMBERS


def _same_unit(rate: Fact, total: Fact, *, periodic: bool) -> bool:
    if rate.kind in NUMBERS:
        return total.kind in NUMBERS and total.per in (rate.per, None)
    if rate.kind != total.kind or rate.kind not in UNITS:
        return False
    wanted = (rate.per, None) if periodic else (None,)  # 20 litres a day each, 130,000 in all
    return rate.unit == total.unit and total.per in wanted


def _each(passage: Passage, rate: Fact, number: Fact, total: Fact) -> bool:
    """Do the words say `for each of 400 tenants`, or `of five members on average`?"""
    words = passage.words
    first, second = sorted((rate, number), key=lambda fact: fact.start)
    start, end = passage.position(first), passage.position(second)
    between = passage.skeleton[start + 1 : end]
    if (number.value or 0) > 1 and words.pattern(r"{each} $").search(passage.before(number)):
        return False  # for every 30 volunteers there is one coordinator, so seven in all
    before = passage.skeleton[max(0, start - 24) : start]
    after = passage.after(rate)[:24]
    said = words.has("each", between + rate.text.lower()) or words.has("each", before)
    said = said or words.pattern(r"^[^,;:.()]{0,20}{each}").match(after) is not None
    said = said or (between == " " and first is number and _gives(passage, number))
    averaged = rate.statistic == "average" or words.has("average", between + after)
    if rate.kind in NUMBERS:
        people = words.shared["people"]
        if not (heads(total) in people or heads(total) == heads(rate)):
            return False
        return (said or averaged) and heads(rate) != heads(number)
    return said or (averaged and rate.kind == "money" and rate.entity_lemma is None)


def _gives(passage: Passage, number: Fact) -> bool:
    """`We pay 350 volunteers EUR 80`: does each of them get what is told next?"""
    return passage.words.pattern(r"\b{giving} $").search(passage.before(number)) is not None


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


def _may_be_total(passage: Passage, fact: Fact) -> bool:
    """`which costs the agency USD 400`, `a monthly cost of USD 400`, `36 kg of rice in all`?"""
    words, lead = passage.words, passage.before(fact)
    return (
        words.pattern(r"^(?: {of} [^\W\d_]+)?,? ?{total}").match(passage.after(fact)) is not None
        or words.pattern(r"{costs} [^A-Z,;:.]{0,20} $").search(lead) is not None
        or words.pattern(r", {article} (?:[^\W\d_]+ )?{sum_of} $").search(lead) is not None
    )


def _is_total(passage: Passage, fact: Fact) -> bool:
    if fact.kind not in _AMOUNTS and fact.kind != "duration":
        return False
    words = passage.words
    lead = passage.before(fact)
    after = passage.after(fact)[:14]
    if words.pattern(r"{further} $").search(lead) is not None:
        return False  # three clinics at 20,000 each, a further 180,000
    return (
        words.pattern(r"{result}(?: [^A-Z,]{0,24})?$").search(lead[-40:]) is not None
        or words.pattern(r"^,? ?{total}").match(after) is not None
        or words.pattern(r"{costs} ?(?:{equivalent} )?$").search(lead[-24:]) is not None
        or (words.pattern(r"(?:=|:) ?$").search(lead) is not None and _ends(passage, fact))
        or words.pattern(r", {or} (?:{equivalent} )?$").search(lead) is not None
    )
