"""Equivalent: one quantity given in two units, currencies or notations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

import msgspec

from migfacts.compare import factor, is_permuted
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import falls_to_each, heads, own_noun
from migfacts.relations.passage import LETTERS, Passage

_BRACKET = (
    r"(?P<a>[QTMPRN])(?: {dimension}| {of} [^\W\d_]+)? ?[(\[] ?(?:{equivalent} ?)?(?P<b>[QTMPRN]) ?"
    r"(?P<close>[)\];,]|{at_rate} )"
)
_WORDS = (
    r"(?P<a>[QTMPRN])(?: {dimension}| {unbroken}| {of} [^\W\d_]+)?(?P<comma>,?) (?:{or}|= ?),? ?"
    r"(?:{equivalent} )?(?:{length} )?(?P<b>[QTMPRN])(?P<close>)"
)
#: `More than half of the residents, 57 per cent, said so`.
_ASIDE = r"(?P<a>R)(?P<comma>) {of} [^A-Z;:.,()]{1,40}, (?:{equivalent} )?(?P<b>P)(?P<close>),"
#: `One in four pickers, or 40 per cent, slept`; `one pupil in five, 270 out of 900, is new`.
_SHARES = (
    r"^(?P<a>R)(?P<comma>)(?: (?!{of}\b)[^A-Z;:.,()]{1,24})?, "
    r"(?:{equivalent} )?(?P<b>[PR])(?P<close>),"
)
#: `90,000 shillings, the equivalent of USD 60`.
_THE_EQUIVALENT = r"(?P<a>M)(?P<comma>,) {equivalent} (?P<b>M)(?P<close>)"
_RATE = r"(?P<one>M) (?:= |{equals} )(?P<other>M)"
#: `1.10 US dollars to the euro`.
_RATE_TO_ONE = r"(?P<one>M) {to_one} (?P<other>[^\W\d_]+)"
_WORTH = r"(?P<a>M)(?P<comma>,?) {worth} (?:{equivalent} )?(?P<b>M)(?P<close>)"
#: `5,500 taka, which at a rate of 110 taka to the dollar is USD 50`.
_AT_RATE = (
    r"(?P<a>M)(?P<comma>,?) [^A-Z;:.]{0,30}?{at_rate} M {to_one} [^\W\d_]+,? "
    r"[^A-Z;:.]{0,20}?(?:(?:{worth}|{be}|{product}) (?:{equivalent} )?)?(?P<b>M)(?P<close>)"
)
#: `At the current rate of 1.10 dollars to the euro this amounts to USD 2.75 million`, of an amount
#: in the sentence before.
_SAME_AMOUNT = (
    r"^{at_rate} M {to_one} [^\W\d_]+,? {pronouns} (?:[a-z]+ )?(?:{worth}|{be}|{product}) "
    r"(?:{equivalent} )?(?P<b>M)",
    r"^{pronouns} (?:[a-z]+ )?(?:{worth}|{be}|{product}) (?:{equivalent} )?(?P<b>M),? "
    r"[^A-Z;:.]{0,12}?{at_rate} M {to_one}",
)
#: `a grant of USD 150 is paid out as 6,000 tavals`.
_PAID_AS = r"(?P<a>[MN]) (?:{be} )?{paid_as} (?:{equivalent} )?(?P<b>[MN])(?P<comma>)(?P<close>)"
#: `USD 1 is worth 40 tavals`, `one dollar is exchanged at a rate of 40 tavals`.
_COINED = r"(?P<one>M)[^A-Z;:.,]{0,24}? (?:{equals}|{at_rate}|{worth}) (?P<other>N)"
_COINED_TO_ONE = r"(?P<other>N) {to_one} (?:[^\W\d_]{2} )?(?P<one>[^\W\d_]+)"
#: `600,000 pesos, equal to USD 150`, where the words belong to the second amount.
_EQUAL = r"(?P<a>[MN])(?P<comma>,) (?P<b>M)(?P<close>)"
#: Of amounts written in full, in characters: `EUR 7,500,000`.
LONG = 11
POINT = "percentage_point"
#: Of a time that is worked or taught only its hours are counted.
HOUR, LONG_TIMES = "hour", frozenset(("week", "month", "year"))
#: One number in words and in digits is mistyped by no more than so many times.
TIMES = 3
#: Where an aside ends.
_END = re.compile(r" ?(?:[,.;:)\]–]|$)")
_PAIRS = frozenset(("QQ", "TT", "MM", "PR", "RP", "RR", "NN"))


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The equivalences of a document, each with the rate that the text gives for two currencies."""
    rates = [rate for passage in passages for rate in (*_rates(passage), *_rates_to_one(passage))]
    coined = [rate for passage in passages for rate in _coined(passage)]
    nouns, rates = frozenset(rate[1].unit for rate in coined), [*rates, *coined]
    for at, passage in enumerate(passages):
        if len(passage.facts) < 2:
            continue
        if at and passage.adjacent and rates:
            yield from _same_amount(passages[at - 1], passage, rates)
        for template in (
            _BRACKET,
            _WORDS,
            _ASIDE,
            _SHARES,
            _THE_EQUIVALENT,
            _WORTH,
            _AT_RATE,
            _PAID_AS,
            _EQUAL,
        ):
            for match in passage.find(template):
                one, other = passage.fact(match, "a"), passage.fact(match, "b")
                if one is None or other is None or _is_other(passage, other):
                    continue
                one, other = (
                    _as_money(fact)
                    if fact.kind == "count" and heads(fact) in nouns
                    else named(fact)
                    for fact in (one, other)
                )
                if _pairs(passage, one, other, match):
                    yield _relation(passage, one, other, rates)


def _same_amount(before: Passage, passage: Passage, rates: list[list[Fact]]) -> Iterator[Relation]:
    """The amount of the sentence before in another currency, by the rate of this one."""
    amounts = [named(fact) for fact in before.facts if fact.kind == "money" and fact.per is None]
    for match in chain.from_iterable(map(passage.find, _SAME_AMOUNT)):
        other = passage.fact(match, "b")
        if other is not None and len(amounts) == 1 and amounts[0].unit != other.unit:
            yield _relation(passage, amounts[0], other, rates)


def _is_other(passage: Passage, fact: Fact) -> bool:
    """Is the second told of each, or is it a rise: `to 18 per cent, or half as much again`?"""
    again = passage.words.pattern(r"^ {as_many_again}").match(passage.after(fact))
    behind = passage.skeleton[passage.position(fact) + 1 :]
    each = passage.words.pattern(r"^ ?\([^()]{0,12}\) {each}").match(behind)  # 900 (USD 9) per head
    return again is not None or each is not None or falls_to_each(passage, fact)


def named(fact: Fact) -> Fact:
    """An amount of a currency that several countries have, by its name: `1,500 shillings`."""
    if fact.kind != "money" or fact.unit is not None or not fact.unit_text:
        return fact
    return msgspec.structs.replace(fact, unit=fact.unit_text.lower())


def _as_money(fact: Fact) -> Fact:
    """`6,000 tavals` as money, where the text gives a rate for them; no table has this currency."""
    return msgspec.structs.replace(fact, kind="money", unit=heads(fact))


def _is_unknown(passage: Passage, fact: Fact) -> bool:
    """Does it count what no word list knows, by a rate of exchange: a currency?"""
    known = heads(fact) in passage.words.language.lexicon.tags
    return own_noun(fact) and not known and passage.has("exchange")


def _coined(passage: Passage) -> Iterator[list[Fact]]:
    """`USD 1 is worth 40 tavals`, `40 tavals to the dollar`: the rate of an unknown currency."""
    for match in passage.find(_COINED):
        one, other = passage.fact(match, "one"), passage.fact(match, "other")
        if one and other and one.value == 1 and _is_unknown(passage, other):
            yield [one, _as_money(other)]
    names = passage.words.language.currencies.names
    for match in passage.find(_COINED_TO_ONE):
        other, currency = passage.fact(match, "other"), names.meaning(match["one"])
        if (
            other
            and _is_unknown(passage, other)
            and currency is not None
            and currency.code is not None
        ):
            one = msgspec.structs.replace(
                other, kind="money", value=Decimal(1), unit=currency.code, bound="exact"
            )
            yield [one, _as_money(other)]


def _pairs(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    kinds = LETTERS[one.kind] + LETTERS[other.kind]
    if kinds not in _PAIRS or (one.per != other.per and (kinds != "MM" or other.per)):
        return False
    if kinds == "RP" and passage.words.has("in", passage.before(one)[-4:]):
        return False  # once in a quarter (3.1 per cent)
    if kinds in ("RP", "PR") and passage.words.pattern(r"^ {of}\b").match(passage.after(other)):
        return False  # a third of the pupils, or 45 per cent of the girls
    if kinds == "RR" and match.re is not passage.words.pattern(_SHARES):
        return False
    if POINT in (one.unit, other.unit):
        return False  # fell from 15 to 12 per cent, by 3 percentage points or one fifth
    if kinds == "NN":
        return _twice(one, other) and bool(match["close"]) and not own_noun(one)
    if kinds == "TT":
        ends = _END.match(passage.after(other)) is not None  # or two weeks if it rains
        ends = ends or passage.words.has("that_is", match[0])
        worked = HOUR in (one.unit, other.unit) and {one.unit, other.unit} & LONG_TIMES
        if worked or passage.words.has("sort_of_time", f"{one.text} {other.text}".lower()):
            return False  # a course of two years (or 1,600 hours)
        return one.unit != other.unit and bool(match["close"] or (match["comma"] and ends))
    if match.re is passage.words.pattern(_ASIDE):
        return kinds == "RP" and heads(one) in passage.words.shared["people"]
    if match.re is passage.words.pattern(_EQUAL):
        said = passage.words.has("worth", other.text.lower())
        return said and kinds == "MM" and one.unit != other.unit
    if match.re is passage.words.pattern(_PAID_AS):
        return kinds == "MM" and one.unit != other.unit
    if kinds == "MM" and one.unit == other.unit:
        scales = (_scales(passage, one), _scales(passage, other))
        full = any(scales) and min(len(one.text), len(other.text)) >= LONG
        return match["close"] == ")" and (all(scales) or full) and scales[0] != scales[1]
    return one.unit != other.unit or kinds[0] in "PR"


def _scales(passage: Passage, fact: Fact) -> frozenset[str]:
    """The scale words of a number: `million`."""
    numbers = passage.words.language.lexicon.numbers
    said = (numbers.get(word) for word in fact.text.lower().split())
    return frozenset(number[1] for number in said if number is not None and number[0] == "scales")


def _twice(one: Fact, other: Fact) -> bool:
    """`twelve (12)`: a number in words and the same in digits."""
    written = other.text.replace(",", "")
    if factor(one, other) > TIMES and not is_permuted(one, other):
        return False  # three complaints in four (302)
    return one.text.replace("-", "").replace(" ", "").isalpha() and written.isdigit()


def _relation(passage: Passage, one: Fact, other: Fact, rates: list[list[Fact]]) -> Relation:
    roles = {"one": [one], "other": [other]}
    how = None
    if one.kind == "money":
        for told in rates:
            rate = _of_pair(passage, told, (one.unit, other.unit))
            if {rate[0].unit, rate[1].unit} == {one.unit, other.unit} and one not in rate:
                roles["rate"] = rate
                break
    elif one.kind == "measure" and (
        (one.change and not passage.words.has("to", passage.before(one)[-4:]))
        or passage.words.has("by", passage.before(one)[-4:])
    ):
        how = "difference"
    return Relation(kind="equivalent", roles=roles, how=how)


def _of_pair(passage: Passage, rate: list[Fact], units: tuple[str | None, ...]) -> list[Fact]:
    """`130 shillings to the dollar`, of an amount in KES: a name that several currencies have."""
    names = passage.words.language.currencies.names
    named: list[Fact] = []
    for fact in rate:
        currency = names.meaning((fact.unit or "").lower())
        choice = currency.choice if currency is not None and currency.code is None else frozenset()
        code = next((unit for unit in units if unit in choice), None)
        named.append(fact if code is None else msgspec.structs.replace(fact, unit=code))
    return named


def _rates(passage: Passage) -> Iterator[list[Fact]]:
    """`1 USD = 1,320 NGN`, `one dollar buys 600 pounds`."""
    if passage.shape.count("M") < 2:
        return
    for match in passage.find(_RATE):
        one, other = passage.fact(match, "one"), passage.fact(match, "other")
        if one and other and one.unit != other.unit and 1 in (one.value, other.value):
            yield [named(one), named(other)]


def _rates_to_one(passage: Passage) -> Iterator[list[Fact]]:
    """`1.10 US dollars to the euro`: the euro is one."""
    names = passage.words.language.currencies.names
    for match in passage.find(_RATE_TO_ONE):
        one, currency = passage.fact(match, "one"), names.meaning(match["other"])
        if one is None or currency is None or currency.code in (None, one.unit) or one.per:
            continue
        unit = msgspec.structs.replace(one, value=Decimal(1), unit=currency.code)
        yield [named(one), unit]
