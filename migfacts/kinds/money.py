"""money: an amount with its currency.

What: a number beside a currency code, symbol or name, in any order, with its scale.
Why: amounts are compared only in one currency, which ISO 4217 names.

Examples:
    USD 1.3 trillion -> 1300000000000, USD
    3 million Malawian kwacha -> 3000000, MWK
    EUR 30 a month -> 30, EUR, per month
Not matched:
    billions on border enforcement, an amount without a number
    COP29, a name that begins with a code
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from migfacts import quantity
from migfacts.beside import amounts
from migfacts.languages.currencies import Currency
from migfacts.numerals.beside import may_be_year
from migfacts.numerals.numeral import Numeral, plain, written_precision
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_FORMS: Final = frozenset(("digits", "words", "range", "spread"))
#: Tags of what a number may count.
_COUNTED: Final = ("N", "K", "Z", "z", "n", "j", "b", "D")
#: A letter of its own behind an amount, which is no scale there.
_TONNES: Final = ("t", "T")
LONGEST_SCALE: Final = 2
#: Figures between two marks.
GROUP: Final = 3
HUNDRED, THOUSAND = Decimal(100), Decimal(1000)


class _Found(Struct, frozen=True):
    currency: Currency
    start: int
    last: int


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The amount of money that a numeral is, or None."""
    if numeral.form not in _FORMS:
        return None
    compound = _compound(sentence, numeral)
    before = _before(sentence, numeral) if compound is None else None
    at = _scale_end(sentence, numeral, before is not None)
    after = compound or _after(sentence, numeral, at)
    found = (
        after
        if before is None
        or (after is not None and not after.currency.minor and before.currency.choice)
        else before
    )
    if found is None:
        return None
    first = before.start if before is not None else numeral.first
    result = quantity.of("money", numeral, min(first, numeral.first), max(numeral.last, at))
    quantity.rescale(result, numeral)
    if after is not None and after.currency.code == found.currency.code:
        result.last = max(result.last, after.last)
    if before is not None and _is_negative(sentence, before.start):
        result.first -= 1
        result.value = None if result.value is None else -result.value
    result.unit = _code(sentence, found)
    if found.currency.minor and found.currency.code not in sentence.lang.currencies.minor:
        _divide(result)
    _regroup(sentence, result)
    result.unit_text = sentence.text(found.start, found.last)
    return result


def _divide(result: Quantity) -> None:
    """`12 US cents`: hundredths as an amount of the whole currency."""
    result.precision /= HUNDRED
    result.value, result.low, result.high = (
        None if end is None else plain(end / HUNDRED)
        for end in (result.value, result.low, result.high)
    )


def _compound(sentence: Sentence, numeral: Numeral) -> _Found | None:
    """`3.2 M€`, `450 k€`, `3.2 MEUR`: a scale letter and a currency in one."""
    words, lang, at = sentence.words, sentence.lang, numeral.last
    if numeral.form not in ("digits", "range") or at >= len(words) or numeral.scale is not None:
        return None
    word = words[at]
    if word.size == 1 and sentence.glued(at + 1) and sentence.tags[at + 1] == "$":
        symbol = lang.currencies.symbols.match(words, at + 1)
        factor, last = lang.scale_symbols.get(word.text), at + 2
        if symbol is None or factor is None:
            return None
        currency = symbol[0]
    else:
        compound, last = amounts.compound(sentence, at), at + 1
        if compound is None or compound[0].doubtful or compound[0].code != word.text[1:]:
            return None
        currency, factor = compound
    numeral.symbol = (factor, last)
    return _Found(currency, at, last)


def _regroup(sentence: Sentence, result: Quantity) -> None:
    """`EUR 12.500`, `XAF 65.000`: thousands behind a decimal mark, which parts groups elsewhere.

    Money has hundredths, if any; three places that end in two noughts are none.
    """
    numeral = result.numeral
    text = sentence.words[numeral.last - 1].text
    whole, mark, places = text.partition(sentence.lang.decimal_mark)
    if not mark or len(places) != GROUP or whole == "0" or len(whole) > GROUP:
        return
    if numeral.scale is not None or numeral.symbol is not None or numeral.form != "digits":
        return
    if places.endswith("00") or result.unit in sentence.lang.currencies.undivided:
        result.value = None if result.value is None else plain(result.value * THOUSAND)
        result.precision = written_precision(result.value or THOUSAND)


def _is_negative(sentence: Sentence, start: int) -> bool:
    """`a result of -£0.8m`: does a minus stand right before the currency?"""
    if not sentence.glued(start) or sentence.tags[start - 1] != "-":
        return False
    return start == 1 or bool(sentence.words[start - 2].space) or sentence.tags[start - 2] == "("


def _before(sentence: Sentence, numeral: Numeral) -> _Found | None:
    """`USD 50`, `US$50`, `Rs. 500`; a minus may stand between."""
    words, at = sentence.words, numeral.first
    if sentence.tags[at] == "-" and not (at and (sentence.glued(at) or words[at - 1].leads)):
        return None
    stopped = at > 1 and words[at - 1].text == "." and sentence.glued(at - 1)
    end = at - stopped  # Tk. 4,350
    if not end or not (words[end - 1].leads or words[end - 1].follows):
        return None
    table = sentence.lang.currencies
    found = table.symbols.match_before(words, end) or _named_before(sentence, numeral, end)
    if found is None:
        return None
    currency, start = found
    if sentence.tags[end - 1] == "$" and words[start].size == 1 and words[start].space:
        alone = table.symbols.match(words, end - 1)  # A $5 million project is of no A$
        currency, start = alone[0] if alone is not None else currency, end - 1
    if start and sentence.glued(start) and words[start - 1].text[-1].isalnum():
        return None
    if stopped and (currency.doubtful or sentence.tags[start] == "$"):
        return None
    if currency.doubtful and not amounts.may_lead(sentence, numeral, start):
        return None
    return _Found(currency, start, at)


def _named_before(sentence: Sentence, numeral: Numeral, end: int) -> tuple[Currency, int] | None:
    """`Birr 500`: the name of a currency that leads an amount; not `Euro 2020`."""
    word = sentence.words[end - 1]
    if not word.capital or numeral.value is None or may_be_year(sentence, numeral):
        return None
    if sentence.tags[numeral.last : numeral.last + 1] in _COUNTED:
        return None  # in Bolívar 300 homes
    found = sentence.lang.currencies.names.match_before(sentence.words, end)
    if found is None or found[0].doubtful or found[0].minor:
        return None
    named = found[1] > 0 and sentence.words[found[1] - 1].capital  # in Sierra Leone 45
    return None if named else found


def _scale_end(sentence: Sentence, numeral: Numeral, money: bool) -> int:
    """The token behind the number and its scale; `US$ 88 m` with a space only after a currency."""
    words = sentence.words
    if numeral.symbol is not None:
        return numeral.symbol[1]
    at = numeral.last
    if (
        money
        and at < len(words)
        and numeral.form in ("digits", "range")
        and words[at].size <= LONGEST_SCALE
    ):
        factor = sentence.lang.scale_symbols.get(words[at].text)
        if factor is not None and words[at].text not in _TONNES:
            numeral.symbol = (factor, at + 1)
            return at + 1
    return at


def _after(sentence: Sentence, numeral: Numeral, at: int) -> _Found | None:
    """`700 kwacha`, `88 EUR`, `30€`, `a 3-million-dollar appeal`, `20 pence`."""
    words = sentence.words
    at = sentence.past_hyphen(at)
    if at >= len(words) or not words[at].follows or sentence.attached(numeral.first):
        return None
    table = sentence.lang.currencies
    found = table.names.match(words, at)
    if found is not None:
        currency, last = found
        unit = sentence.lang.units.words.match(words, at)
        if unit is not None:
            meant = sentence.lang.units.meant(words, at)
            if unit[1] > last or meant or amounts.beside_measure(sentence, numeral, last):
                return None  # 275 pound-feet, 25 kilograms (55 pounds), it weighs six pounds
        if currency.doubtful and not amounts.name_fits(sentence, at, last):
            return None
        return _Found(currency, at, last)
    symbol = table.symbols.match(words, at)
    if symbol is None:
        return None
    currency, last = symbol
    if sentence.tags[at] != "$" and (
        (currency.doubtful and not amounts.code_behind(sentence, numeral, at, last))
        or (last < len(words) and sentence.tags[last] == "#")
    ):
        return None
    if sentence.tags[at] == "$" and last < len(words) and sentence.tags[last] == "#":
        return None
    return _Found(currency, at, last)


def _code(sentence: Sentence, found: _Found) -> str | None:
    """The ISO 4217 code; a shared name is settled by a country close by, else its default."""
    currency = found.currency
    if not currency.choice or sentence.tags[found.start] == "$":
        return currency.code
    near = amounts.of_country(sentence, found.start, found.last, currency.choice)
    return near or currency.code
