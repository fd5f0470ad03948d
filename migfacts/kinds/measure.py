"""measure: a number with a unit of length, area, volume, mass, speed, energy, temperature …

What: a number before a unit as a word or a symbol, perhaps with a hyphen between.
Why: measures can be converted and compared across units; counted nouns cannot.

Examples:
    15 litres per person per day -> 15, liter, per person / day
    a 12-kilometre road -> 12, kilometer
    46 °C -> 46, degree_Celsius
Not matched:
    5 in Kenya, where `in` is a preposition
    4.6m people, where `m` is a million
"""

from __future__ import annotations

from typing import Final

from migfacts import quantity
from migfacts.numerals.numeral import ONE, Numeral
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_FORMS: Final = frozenset(("digits", "words", "range", "spread", "fraction"))
#: What a determiner or a participle belongs to, and no measure before it.
_BEHIND_DETERMINER: Final = tuple("nNkKXZbjz")
#: Behind a doubtful symbol (`m`, `in`, `t`) must stand what cannot be the noun it would count.
_CLEAR: Final = frozenset('oEpc,).;:(/"xtyj-rsvVm')


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The measure that a numeral with a unit behind it is, or None."""
    scaled = _behind_scale(sentence, numeral)
    found = scaled or unit_after(sentence, numeral)
    if found is None:
        return None
    unit, start, last = found
    kind = "duration" if unit in sentence.lang.units.durations else "measure"
    result = quantity.of(kind, numeral, numeral.first, last)  # type: ignore[arg-type]
    if scaled is not None:
        quantity.rescale(result, numeral)
    result.unit = unit
    result.unit_text = sentence.text(start, last)
    return result


def _behind_scale(sentence: Sentence, numeral: Numeral) -> tuple[str, int, int] | None:
    """`2.9m square metres`, `3m litres`: the word of a unit behind a letter for a scale."""
    if numeral.symbol is None or numeral.form not in _FORMS or not sentence.glued(numeral.last):
        return None
    at = numeral.symbol[1]
    words = sentence.words
    if at >= len(words) or not words[at].follows or words[at].tag in "pdx":
        return None
    word = sentence.lang.units.words.match(words, at)
    return None if word is None else (word[0], at, word[1])


def unit_after(sentence: Sentence, numeral: Numeral) -> tuple[str, int, int] | None:
    """The unit behind a numeral: its name, and the tokens from and to which it is written."""
    if numeral.form not in _FORMS:
        return None
    at = sentence.past_hyphen(numeral.last)
    words, units = sentence.words, sentence.lang.units
    if at >= len(words):
        return None
    if numeral.form == "fraction" and words[at].roles & {"article", "of"}:
        at += 1  # half an hour
        if at < len(words) and "article" in words[at].roles:
            at += 1
    if at + 1 < len(words) and "stretch" in words[at].roles:
        at += 1  # 50 previous years
    symbol, word = units.symbol(words, at), units.words.match(words, at)
    meant = units.meant(words, at)
    people = at + 1 < len(words) and words[at + 1].lower in sentence.lang.ages.people
    if meant and not (people and numeral.symbol is not None):
        return meant, at, at + 1
    if meant is not None and sentence.glued(at) and not _modifies_singular(sentence, numeral, at):
        return None  # it was bought for 850m
    if symbol is not None and (word is None or word[1] <= symbol[1]):
        meaning, last = symbol
        unit = meaning.unit
        quotient = units.quotient(words, unit, last)
        if quotient is not None:
            return quotient[0], at, quotient[1]
        if not meaning.doubtful or _clear(sentence, numeral, at, last):
            return unit, at, last
    if word is None or (words[at].tag == "p" and at == numeral.last):
        return None
    if _modifies(sentence, numeral, at, word):
        return None
    return word[0], at, word[1]


def _modifies(sentence: Sentence, numeral: Numeral, at: int, word: tuple[str, int]) -> bool:
    """`Two foot patrols`: a unit in the singular before a plural noun is no unit."""
    if at > numeral.last or word[1] > at + 1 or word[0] in sentence.lang.units.durations:
        return False
    following = sentence.tags[word[1] : word[1] + 1]
    lower = sentence.words[at].lower
    return (
        following in ("N", "z")
        and numeral.form == "words"
        and (sentence.lang.singular(lower) == lower and numeral.value != ONE)
    )


def _modifies_singular(sentence: Sentence, numeral: Numeral, at: int) -> bool:
    """`a 50m pool`: does a determiner stand before the number, and a singular noun behind it?"""
    return sentence.tags[at + 1 : at + 2] in ("n", "k", "b") and _described(sentence, numeral)


def _clear(sentence: Sentence, numeral: Numeral, at: int, last: int) -> bool:
    """Is a doubtful symbol (`m`, `in`, `t`, `a`) surely a unit here?"""
    if numeral.form == "words":
        return False
    word = sentence.words[at]
    if numeral.symbol is not None and word.text not in ("m", "t"):
        return False
    if last >= len(sentence.words):
        return "in" not in word.roles
    tag = sentence.tags[last]
    if "x" in sentence.words[last].roles:
        return True  # 12 m × 10 m
    if tag in "NKznk" and numeral.symbol is None and _is_small(sentence, at):
        return True  # 6 m poles, 200 g soap
    alone = tag in "Dd" and sentence.tags[last + 1 : last + 2] not in _BEHIND_DETERMINER
    if alone and word.size == 1 and not word.roles:
        return numeral.symbol is None  # tanks of 500 L arrived, 38 t each
    if tag == "-" and sentence.past_hyphen(last) > last:
        return False  # 15 L-shaped brackets
    if not sentence.words[at - 1].space and word.size == 1 and word.capital:
        return numeral.symbol is None  # a 5-10W lamp
    named = (word.capital and tag != "b") or _described(sentence, numeral)
    if word.size == 1 and tag in "nkb" and not word.roles and named:
        return True  # a 10 A fuse, a 20 m rope
    if word.size > 1 and not word.roles and word.tag not in "pdx":
        return tag not in "NKzZ"
    if numeral.symbol is not None and tag == "o" and sentence.tags[last + 1 : last + 2] == "d":
        return False  # 35m of its devices
    if word.tag in "pdx" or word.roles:
        return sentence.glued(at)
    return tag in _CLEAR


def _is_small(sentence: Sentence, at: int) -> bool:
    """Is a symbol one small letter, or a capital that stands for it, as `L` does for `l`?"""
    word, units = sentence.words[at], sentence.lang.units
    if word.size != 1 or word.roles or units.meant(sentence.words, at) == "":
        return False
    small = units.symbols.meaning(word.lower)
    large = units.symbols.meaning(word.text)
    return small is not None and large is not None and small.unit == large.unit


def _described(sentence: Sentence, numeral: Numeral) -> bool:
    """`a 20 m rope`, `the new 12 V battery`: does a determiner before it belong to the noun behind?

    A number that counts stands before a plural.
    """
    before = numeral.first - 1
    while before > 0 and sentence.tags[before] == "j":
        before -= 1
    return before >= 0 and sentence.tags[before] == "d" and numeral.value != ONE
