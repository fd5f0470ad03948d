"""Exchange: rates of exchange, as a text gives them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

import msgspec

from migfacts.fact import Fact
from migfacts.languages.currencies import Currency
from migfacts.languages.phrases import Phrases
from migfacts.relations.lists import heads, own_noun
from migfacts.relations.passage import Passage

_RATE = r"(?P<one>M) (?:= |{equals} )(?P<other>M)"
#: `1.10 US dollars to the euro`, `a dollar buys 900 pounds`.
_TO_ONE = (
    r"(?P<one>M) {to_one} (?:[^\W\d_]{2} )?(?P<other>[^\W\d_]+)",
    r"\b(?:{article}|{single}|{definite}) (?P<other>[^\W\d_]+) (?:{equals}|{worth}) (?P<one>M)",
)
#: `USD 1 is worth 40 tavals`, `one dollar is exchanged at a rate of 40 tavals`.
_COINED = r"(?P<one>M)[^A-Z;:.,]{0,24}? (?:{equals}|{at_rate}|{worth}) (?P<other>N)"
_COINED_TO_ONE = r"(?P<other>N) {to_one} (?:[^\W\d_]{2} )?(?P<one>[^\W\d_]+)"


def rates(passage: Passage) -> Iterator[list[Fact]]:
    """`1 USD = 1,320 NGN`, `one dollar buys 600 pounds`."""
    if passage.shape.count("M") < 2:
        return
    for match in passage.find(_RATE):
        one, other = passage.fact(match, "one"), passage.fact(match, "other")
        if one and other and one.unit != other.unit and 1 in (one.value, other.value):
            yield [named(one), named(other)]


def rates_to_one(passage: Passage) -> Iterator[list[Fact]]:
    """`1.10 US dollars to the euro`: the euro is one."""
    names = passage.words.language.currencies.names
    for match in chain.from_iterable(map(passage.find, _TO_ONE)):
        one, currency = passage.fact(match, "one"), names.meaning(match["other"])
        if one is None or currency is None or currency.code in (None, one.unit) or one.per:
            continue
        unit = msgspec.structs.replace(one, value=Decimal(1), unit=currency.code, precision=None)
        yield [named(one), unit]
    codes = passage.words.language.currencies.symbols
    for fact in passage.facts:  # USD 1.10 per euro
        currency = codes.meaning(fact.per) if fact.kind == "money" and fact.per else None
        if currency is not None and currency.code not in (None, fact.unit):
            told = msgspec.structs.replace(fact, per=None)
            yield [named(told), _one_of(told, currency.code)]


def coined(passage: Passage) -> Iterator[list[Fact]]:
    """`USD 1 is worth 40 tavals`, `40 tavals to the dollar`: the rate of an unknown currency."""
    for match in passage.find(_COINED):
        one, other = passage.fact(match, "one"), passage.fact(match, "other")
        if one and other and one.value == 1 and _is_unknown(passage, other):
            yield [one, as_money(other)]
    names = passage.words.language.currencies.names
    for match in passage.find(_COINED_TO_ONE):
        other, currency = passage.fact(match, "other"), names.meaning(match["one"])
        if (
            other
            and _is_unknown(passage, other)
            and currency is not None
            and currency.code is not None
        ):
            one = _one_of(other, currency.code)
            yield [one, as_money(other)]


def _one_of(fact: Fact, code: str | None) -> Fact:
    """One of a currency, told by the name beside its rate: `40 tavals to the dollar`."""
    return msgspec.structs.replace(
        fact, kind="money", value=Decimal(1), unit=code, bound="exact", precision=None
    )


def _is_unknown(passage: Passage, fact: Fact) -> bool:
    """Does it count what no word list knows, by a rate of exchange: a currency?"""
    known = heads(fact) in passage.words.language.lexicon.tags
    return own_noun(fact) and not known and passage.has("exchange")


def named(fact: Fact) -> Fact:
    """An amount of a currency that several countries have, by its name: `1,500 shillings`."""
    if fact.kind != "money" or fact.unit is not None or not fact.unit_text:
        return fact
    return msgspec.structs.replace(fact, unit=fact.unit_text.lower())


def as_money(fact: Fact) -> Fact:
    """`6,000 tavals` as money, where the text gives a rate for them; no table has this currency."""
    return msgspec.structs.replace(fact, kind="money", unit=heads(fact))


def _may_be(names: Phrases[Currency], unit: str | None, code: str) -> bool:
    """May a name that several currencies have stand for this one?"""
    currency = names.meaning(unit) if unit is not None and unit.islower() else None
    return currency is not None and currency.code is None and code in currency.choice


def of_pair(passage: Passage, rate: list[Fact], units: tuple[str | None, ...]) -> list[Fact]:
    """`130 shillings to the dollar`, of an amount in KES: a name that several currencies have."""
    names = passage.words.language.currencies.names
    named: list[Fact] = []
    for fact in rate:
        currency = names.meaning((fact.unit or "").lower())
        choice = currency.choice if currency is not None and currency.code is None else frozenset()
        code = next((unit for unit in units if unit in choice), None)
        if code is None and fact.unit is not None:  # 130 Kenyan shillings, of 10,400 shillings
            code = next((unit for unit in units if _may_be(names, unit, fact.unit)), None)
        named.append(fact if code is None else msgspec.structs.replace(fact, unit=code))
    return named
