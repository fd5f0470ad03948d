"""Is a number beside a code, letter or name that is also a word an amount of money?"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Final

from migfacts.beside import bounds, denominators
from migfacts.languages.currencies import Currency
from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence

#: A code that is also a word (`SDG`, `COP`) needs an amount that no label would have.
LEAST_AMOUNT: Final = Decimal(100)
#: The last place of an amount that is written with its hundredths.
CENT: Final = Decimal("0.01")
#: `P1234567` is a passport, no amount.
MAX_GLUED: Final = 6
#: How far around an amount a country may stand that settles a shared name such as `shillings`.
REACH: Final = 12
#: Letters of a code.
CODE: Final = 3
_NOUNS: Final = frozenset("NKZzn")
#: What may stand behind a code that is also a word, and an amount before it.
_ENDS: Final = frozenset(("", ".", ",", ";", ":", ")", "(", "E", "c", "p", "/"))
#: How many words the name of a country has that may settle a letter.
LONGEST_COUNTRY: Final = 3


def may_lead(sentence: Sentence, numeral: Numeral, start: int) -> bool:
    """Is the number behind a code that is also a word (`ALL`, `SDG`) an amount of money?"""
    glued, symbol = sentence.glued(numeral.first), sentence.words[start].text
    if symbol.isalpha() and glued != (len(symbol) == 1):
        meaning = sentence.lang.currencies.symbols.meaning(symbol)
        if glued or meaning is None:
            return False
        codes = meaning.choice or (meaning.code or "",)  # R 5,000 in South Africa
        return of_country(sentence, start, start, codes) is not None
    if len(symbol) == 1 and len(sentence.words[numeral.first].text) > MAX_GLUED:
        return False
    broken = numeral.precision == CENT  # CAD 27.20, but SDG 16.9
    near = sentence.words[max(0, start - REACH) : start]
    return (
        numeral.top >= LEAST_AMOUNT
        or broken
        or any("paying" in word.roles for word in near)  # it costs CAD 27
        or numeral.scale is not None
        or numeral.symbol is not None
    )


def code_behind(sentence: Sentence, numeral: Numeral, at: int, last: int) -> bool:
    """`131,900 SDG`, not `169 SDG targets`: a code that is also a word, behind an amount?"""
    if sentence.words[at].size != CODE or numeral.top < LEAST_AMOUNT:
        return False
    return sentence.tags[last : last + 1] in _ENDS


def compound(sentence: Sentence, at: int) -> tuple[Currency, Decimal] | None:
    """`USDm`, `kEUR`, `MUSD`: a code and the letter of a scale in one word."""
    word, lang = sentence.words[at].text, sentence.lang
    if len(word) != CODE + 1:
        return None
    for code, letter in ((word[:-1], word[-1]), (word[1:], word[0])):
        meaning, factor = lang.currencies.symbols.meaning(code), lang.scale_symbols.get(letter)
        if meaning is not None and meaning.code == code and factor is not None:
            return meaning, factor
    return None


def beside_measure(sentence: Sentence, numeral: Numeral, last: int) -> bool:
    """`25 kilograms (55 pounds)`, `55 pounds (25 kilograms)`: is it the unit of the same name?"""
    words, tags, units = sentence.words, sentence.tags, sentence.lang.units
    bound = bounds.before(sentence, numeral.first)
    before = (bound[1] if bound is not None else numeral.first) - 1
    if before > 0 and (tags[before] in "([" or "or" in words[before].roles):
        return any(table.match_before(words, before) for table in (units.words, units.symbols))
    if tags[last : last + 2] in ("(#", "[#"):
        return any(table.match(words, last + 2) for table in (units.words, units.symbols))
    return False


def name_fits(sentence: Sentence, at: int, last: int) -> bool:
    """A currency name that is also a word counts in the plural, and before no noun and no `of`."""
    words, tags = sentence.words, sentence.tags
    if len(words[at].text) == 1:
        small = not words[at].capital  # 47.2C are degrees
        return small and sentence.glued(at) and (last >= len(words) or tags[last] not in _NOUNS)
    if last >= len(words):
        return True
    if words[last].rates and tags[last] == "d":
        return denominators.read(sentence, last) is not None  # 6,000 pounds a month
    return "of" not in words[last].roles and tags[last] not in "NKnd"


def of_country(sentence: Sentence, first: int, last: int, codes: Collection[str]) -> str | None:
    """The one of some currencies whose country is named close to the tokens of an amount."""
    countries, size = sentence.lang.currencies.countries, len(sentence.words)
    for at in range(max(0, first - REACH), min(size, last + REACH)):
        if sentence.words[at].capital:
            for end in range(at + 1, min(at + LONGEST_COUNTRY, size) + 1):
                name = sentence.text(at, end)
                owner = sentence.tags[end - 1] == "S"  # Kenya's
                code = countries.get(sentence.lang.lexicon.without_clitic(name) if owner else name)
                if code in codes:
                    return code
    return None
