"""Heads: the unit and scale that a head or label has for its numbers, `Funding (US$ m): 45`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from migfacts import quantity
from migfacts.beside import amounts, denominators
from migfacts.fact import Kind
from migfacts.numerals import digits
from migfacts.numerals.numeral import ONE, TRILLION, plain
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: How long the bracket of a head may be, in tokens.
LONGEST: Final = 10
THOUSAND: Final = Decimal(1000)
#: A small letter in brackets that marks a note: `Arrivals (a)`.
_NOTES: Final = "abcdef"
#: What stands between the bracket of a label and its number.
_COLON: Final = frozenset((":", "=", "-"))
#: What may stand behind a number that has its unit from a head.
_ENDS: Final = frozenset(("", ",", ";", ".", ")", "(", "[", "E", "c", "/", "p"))


class Head(Struct):
    """What a head says of its numbers: the kind that a unit makes of them, the factor, the rate."""

    kind: Kind = "number"
    unit: str | None = None
    unit_text: str | None = None
    factor: Decimal = ONE
    per: str | None = None
    #: The head is no more than this: `US$ m`.
    whole: bool = False


def of(sentence: Sentence) -> Head | None:
    """What a column's head, a row's label or a line over a list says: `Aid (US$ m)`, `% of homes`.

    A colon may end it.
    """
    words, tags = sentence.words, sentence.tags
    last = len(words) - tags.endswith(":")
    if not last:
        return None
    if tags[last - 1] == ")":
        opened = tags.rfind("(")
        found = _bracketed(sentence, opened, last - 1)
        if found is not None and found.unit is None and found.factor != ONE:
            found = _joined(sentence, opened, found)
        return found
    if tags[0] == "%":
        return Head("percent", "percent", words[0].text)
    if last == 1 and words[0].lower in sentence.lang.denominators.nouns:
        return None  # Year, Month
    for first in range(max(0, last - LONGEST), last):
        parted = first == 0 or tags[first - 1] == "," or "in" in words[first - 1].roles
        if parted or _is_currency(sentence, first):
            found = _read(sentence, first, last)
            if found is not None:
                found.whole = first == 0
                return found
    return None


def _joined(sentence: Sentence, opened: int, scale: Head) -> Head:
    """`Received, US$ (million)`: a currency before the bracket of a scale."""
    for first in range(max(0, opened - LONGEST), opened):
        if _is_currency(sentence, first):
            found = _read(sentence, first, opened)
            if found is not None:
                found.factor, found.whole = scale.factor, first == 0
                return found
    return scale


def outside(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a head but those in the bracket of its unit: `Deaths (per 10,000)`."""
    opened = sentence.tags.rfind("(") if sentence.tags.endswith(")") else len(sentence.tags)
    return [each for each in found if each.first < opened]


def in_cell(head: Head, sentence: Sentence, found: list[Quantity]) -> None:
    """Give the unit and scale of its head to a cell's bare numbers, be they like years."""
    for at, each in enumerate(found):
        alone = len(sentence.words) == each.numeral.last and each.numeral.form == "digits"
        if each.kind == "date" and alone and head.kind not in ("number", "duration"):
            found[at] = quantity.of("number", each.numeral, each.first, each.last)
        _give(head, sentence, found[at])


def in_item(head: Head, sentence: Sentence, found: list[Quantity]) -> None:
    """Give those of the line over a list to the number of an item: `Health: 45`."""
    for each in found:
        if each.first and sentence.tags[each.first - 1] in _COLON:
            _give(head, sentence, each)


def labelled(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """Give bare numbers the unit that their label has in brackets: `Requested (US$): 178 million`.

    Returns:
        The quantities without those that are a part of such a label: `(per 10,000/day)`.
    """
    spans = []
    for each in found:
        last = each.first - (sentence.tags[each.first - 1] in _COLON)
        if each.kind != "number" or last < 2 or sentence.tags[last - 1] != ")":
            continue
        opened = sentence.tags.rfind("(", max(0, last - LONGEST), last)
        head = _bracketed(sentence, opened, last - 1)
        if head is not None:
            _give(head, sentence, each)
            spans.append((opened, last))
    if not spans:
        return found
    return [each for each in found if not any(a <= each.first < b for a, b in spans)]


def _give(head: Head, sentence: Sentence, each: Quantity) -> None:
    if each.kind in ("measure", "duration") and head.kind in ("money", "number"):
        _restore(sentence, each)
    after = sentence.tags[each.last : each.last + 1]
    noted = each.last + 1 == len(sentence.words) and sentence.words[each.last].size == 1  # 1,236²
    if each.kind != "number" or not (after in _ENDS or noted):
        return
    each.kind, each.unit, each.unit_text = head.kind, head.unit, head.unit_text
    each.per = each.per or head.per
    if each.numeral.scale is None and each.numeral.symbol is None and head.factor != ONE:
        each.precision *= head.factor
        each.value, each.low, each.high = (
            None if number is None else plain(number * head.factor)
            for number in (each.value, each.low, each.high)
        )


def _restore(sentence: Sentence, each: Quantity) -> None:
    """In a column of money `1.2m` are millions, and in `1,240 a` a letter marks a note."""
    numeral, at = each.numeral, each.numeral.last
    letter = sentence.words[at].text if each.last == at + 1 else ""
    if numeral.symbol is None and letter not in _NOTES:
        return
    if len(letter) != 1:
        return
    each.kind, each.unit, each.unit_text = "number", None, None
    if numeral.symbol is not None:
        quantity.rescale(each, numeral)


def _bracketed(sentence: Sentence, opened: int, last: int) -> Head | None:
    """`Funding (US$ m)`, `Median age (years)`, not `person(s)`."""
    if opened < 1 or sentence.glued(opened) or last - opened > LONGEST:
        return None
    found, ages = _read(sentence, opened + 1, last), sentence.lang.ages
    if found is not None and found.kind == "duration":
        told = ages.told.match_before(sentence.words, opened)
        aged = told or ages.before.match_before(sentence.words, opened)
        found.kind = "duration" if aged is None else "age"
    return found


def _read(sentence: Sentence, first: int, last: int) -> Head | None:
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
    if symbol.doubtful and word.size == 1:
        scale = sentence.lang.scale_symbols.get(word.text, TRILLION)
        if word.capital or word.text in _NOTES or scale < TRILLION:
            return None
    return units.quotient(sentence.words, symbol.unit, last) or (symbol.unit, last)


def _is_currency(sentence: Sentence, at: int) -> bool:
    """`Requested US$`: does a surely written currency begin here?"""
    found = sentence.lang.currencies.symbols.match(sentence.words, at)
    return found is not None and not found[0].doubtful
