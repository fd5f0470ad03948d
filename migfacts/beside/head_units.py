"""The words of a head that are a unit, a scale or a denominator: `US$ m`, `EUR '000`, `l/p/d`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from migfacts.beside import amounts, denominators
from migfacts.fact import Kind
from migfacts.numerals import digits
from migfacts.numerals.numeral import ONE, TRILLION
from migfacts.tokens import Sentence

THOUSAND: Final = Decimal(1000)
#: A small letter in brackets that marks a note: `Arrivals (a)`.
NOTES: Final = "abcdef"


class Head(Struct):
    """What a head says of its numbers: the kind that a unit makes of them, the factor, the rate."""

    kind: Kind = "number"
    unit: str | None = None
    unit_text: str | None = None
    factor: Decimal = ONE
    per: str | None = None
    #: The head is no more than this: `US$ m`.
    whole: bool = False
    #: The token of its noun, where that stands behind the unit: `Km of road`.
    noun: int = 0


def read(sentence: Sentence, first: int, last: int) -> Head | None:
    """A head all of whose words from `first` to `last` are of its unit; None if one is not."""
    head, at = Head(), first
    while at < last:
        after = _part(sentence, at, head)
        if after is None or after > last:
            return None
        at = after
    told = head.unit is not None or head.factor != ONE or head.per is not None
    return head if told else None


def _part(sentence: Sentence, at: int, head: Head) -> int | None:
    """Take in a unit, a scale or a denominator; the token behind it, or None."""
    words = sentence.words
    if words[at].roles & {"in", "of"} or words[at].tag == '"':
        return at + 1  # (in US$ '000)
    rate = denominators.read(sentence, at)
    if rate is not None:
        head.per, at = rate
        return at
    scale = _scale(sentence, at, money=head.kind == "money")
    if scale is not None and head.factor == ONE:
        head.factor, at = scale
        return at
    if head.unit is not None:
        return None
    return _unit(sentence, at, head)


def _scale(sentence: Sentence, at: int, *, money: bool) -> tuple[Decimal, int] | None:
    """`million`, `millions`, `'000`, `000s`; a letter only for money or where it cannot be else."""
    word, lang = sentence.words[at], sentence.lang
    if word.number is not None and word.number[0] == "scales":
        return Decimal(word.number[1]), at + 1
    if word.lower in lang.plural_scales:
        return lang.plural_scales[word.lower], at + 1
    if word.tag == "#":
        number = digits.read(sentence, at)
        value = THOUSAND if word.text == "000" else number.value
        if value is None or value < THOUSAND or value != ONE.scaleb(value.adjusted()):
            return None
        after = number.last
        ends = after < len(sentence.words) and "plural_ending" in sentence.words[after].roles
        return value, after + ends
    factor = lang.scale_symbols.get(word.text)
    if factor is not None and (money or lang.units.meant(sentence.words, at) == ""):
        return factor, at + 1
    return None


def _unit(sentence: Sentence, at: int, head: Head) -> int | None:
    words, lang = sentence.words, sentence.lang
    compound = amounts.compound(sentence, at)
    if compound is not None:
        currency, head.factor = compound
        head.kind, head.unit, head.unit_text = "money", currency.code, words[at].text
        return at + 1
    money = lang.currencies.symbols.match(words, at) or lang.currencies.names.match(words, at)
    if money is not None and money[0].doubtful:
        money = None if lang.units.symbol(words, at) is not None else money  # litres, not lempiras
    if money is not None and not money[0].minor:
        head.kind, head.unit, last = "money", money[0].code, money[1]
    else:
        share = lang.percents.match(words, at)
        found = share or lang.units.words.match(words, at) or _symbol(sentence, at)
        if found is None:
            return None
        head.unit, last = found
        lasting = head.unit in lang.units.durations
        head.kind = "percent" if share else "duration" if lasting else "measure"
    head.unit_text = sentence.text(at, last)
    return last


def _symbol(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """The symbol of a unit; one letter only where no note is marked by it and no initial is."""
    word, units = sentence.words[at], sentence.lang.units
    meant = units.meant(sentence.words, at)
    if meant is not None:
        return (meant, at + 1) if meant else None
    found = units.symbol(sentence.words, at)
    if found is None:
        return None
    symbol, last = found
    if symbol.doubtful and word.size == 1 and sentence.tags[last : last + 1] != "/":
        scale = sentence.lang.scale_symbols.get(word.text, TRILLION)
        if word.capital or word.text in NOTES or scale < TRILLION:
            return None
    return units.quotient(sentence.words, symbol.unit, last) or (symbol.unit, last)


def is_currency(sentence: Sentence, at: int) -> bool:
    """`Requested US$`: does a surely written currency begin here?"""
    found = sentence.lang.currencies.symbols.match(sentence.words, at)
    return found is not None and not found[0].doubtful
