"""Triples: a rate and a number next to one another, and a total that is marked as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, UNITS, gap, heads
from migfacts.relations.passage import Passage
from migfacts.relations.product import multiplied
from migfacts.relations.product.multiplied import product_of
from migfacts.units import DAYS_OF

_AMOUNTS: Final = frozenset(("money", "measure", *NUMBERS))


def read(passage: Passage) -> Iterator[Relation]:
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


def _rate_of(passage: Passage, rate: Fact, number: Fact, total: Fact) -> bool:
    """Is the one a rate for each of the other, and the total in the rate's unit?"""
    if rate.value is None or number.value is None or total.value is None:
        return False
    if number.kind == "duration":
        whole = total.per not in DAYS_OF  # 90 a month for 8 months: 720 per family
        alone = not _of_each(passage, rate, total)
        return rate.per == number.unit and whole and alone and same_amount(rate, total)
    if number.kind not in NUMBERS:
        return False
    noun = heads(number)
    if rate.per is not None and rate.per not in DAYS_OF:
        per = rate.per.split(" / ")
        if len(per) > 1 and per[1] == total.per:
            return counts(passage, per[0], number) and same_amount(rate, total)
        if len(per) == 1 and total.per in DAYS_OF:  # at 15 litres a head they need N litres a day
            return counts(passage, per[0], number) and same_amount(rate, total)
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


def counts(passage: Passage, noun: str, number: Fact) -> bool:
    """Is a number one of what a rate is for each of: persons, of whatever name, or the noun?"""
    people = passage.words.shared["people"]
    return noun == heads(number) or (noun in people and heads(number) in people)


def _ends(passage: Passage, fact: Fact) -> bool:
    """`96 classes of 24 each: 48 in the first year, 30 in the second …`: is it no list?"""
    return not any(each.kind in (fact.kind, *NUMBERS) for each in passage.behind(fact))


def same_amount(rate: Fact, total: Fact) -> bool:
    """Are both of one unit, and no counts?"""
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
    said = said or (between == " " and first is number and _gives(passage, number, total))
    averaged = rate.statistic == "average" or words.has("average", between + after)
    if rate.kind in NUMBERS:
        people = words.shared["people"]
        if not (heads(total) in people or heads(total) == heads(rate)):
            return False
        return (said or averaged) and heads(rate) != heads(number)
    return said or (averaged and rate.kind == "money" and rate.entity_lemma is None)


def _gives(passage: Passage, number: Fact, total: Fact) -> bool:
    """`We pay 350 volunteers EUR 80`: does each of them get what is told next?"""
    words = passage.words
    if words.pattern(r"\b(?:{and}|{while})\b").search(passage.before(total)) is not None:
        return False  # and the office costs EUR 9,000
    return words.pattern(r"\b{giving} $").search(passage.before(number)) is not None


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
