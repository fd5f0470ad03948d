"""Numerals in digits: groups, decimals, signs, scientific notation, vulgar fractions."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.languages.language import Language
from migfacts.numerals import marks
from migfacts.numerals.numeral import ONE, Numeral, quotient, written_precision
from migfacts.tokens import Sentence, is_year

#: Powers of ten are cut here; what is beyond is no fact anyway, and slow to compute with.
MAX_POWER: Final = 200
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_GROUP_SPACES: Final = frozenset((" ", "\u00a0", "\u2009", "\u202f", "\u2007"))


def read(sentence: Sentence, at: int) -> Numeral:
    """The numeral whose digits start at token `at`, without scale words and signs.

    Returns:
        A `code` where the digits are no number: leading zeros, several decimal marks, or more
        digits than a fact may hold.
    """
    words = sentence.words
    text = _ungrouped(words[at].text, sentence.lang)
    last = at + 1
    if text.isdecimal() and len(text) <= 3:
        joined, last = _spaced_groups(sentence, at)
        if joined:
            text, last = marks.with_decimals(sentence, joined, last)
    number, last = marks.swapped(sentence, at, text) or (_number(text, sentence.lang), last)
    if number is None and len(text) == 2 and sentence.tags[at - 1 : at + 2] == "(#)":
        number = Decimal(text)  # seven (07)
    if number is None:
        return Numeral(at, last, "code", None, ONE)
    first, number = _leading_mark(sentence, at, number)
    precision = written_precision(number)
    number, precision, last = _power(sentence, last, number, precision)
    found = Numeral(first, last, "digits", number, precision)
    if last < len(words) and not words[last - 1].space and _code(sentence, last):
        return Numeral(first, last + 2, "code", None, ONE)
    return _with_fraction(sentence, found)


def _code(sentence: Sentence, at: int) -> bool:
    """`0x1f`, `5a3b`: letters glued to the digits, and digits glued to them."""
    words, tags = sentence.words, sentence.tags
    return words[at].text[0].isalpha() and not words[at].space and tags[at + 1 : at + 2] == "#"


def read_plain(sentence: Sentence, at: int) -> Numeral | None:
    """The same for most numerals: whole digits with a word behind that cannot go on with them."""
    words = sentence.words
    word = words[at]
    if not word.space or (at and not words[at - 1].space and words[at - 1].text == "."):
        return None
    if at + 1 < len(words) and words[at + 1].continues:
        return None
    text = word.text
    if not text.isdecimal():
        text = _ungrouped(text, sentence.lang)
        if not text.isdecimal():
            return None
    if len(text) > marks.MAX_DIGITS or (text[0] == "0" and len(text) > 1):
        return None
    number = Decimal(text)
    precision = ONE if len(text) <= 3 or text[-1] != "0" else written_precision(number)
    return Numeral(at, at + 1, "digits", number, precision)


def _ungrouped(text: str, lang: Language) -> str:
    """The digits without what parts their groups."""
    return text.replace(lang.group_mark, "").replace("'", "").replace("’", "")


def _number(text: str, lang: Language) -> Decimal | None:
    if len(text) > marks.MAX_DIGITS:
        return None
    count = text.count(lang.decimal_mark)
    if count > 1:
        whole = text.split(lang.decimal_mark)
        if any(len(part) != 3 for part in whole[1:]) or len(whole[0]) > 3:
            return None
        return Decimal("".join(whole))
    if text[0] == "0" and len(text) > 1 and not count:
        return None
    return Decimal(text.replace(lang.decimal_mark, ".") if count else text)


def _spaced_groups(sentence: Sentence, at: int) -> tuple[str, int]:
    """Digits in groups of three between spaces, `8 500`: the digits, and the token after them."""
    words = sentence.words
    digits, last = words[at].text, at + 1
    if at and sentence.tags[at - 1] == "#" and not _behind_year(sentence, at):
        return "", last
    if at and words[at - 1].labels and sentence.lang.labels.heads(words, at):
        return "", last
    while last < len(words) and words[last - 1].space in _GROUP_SPACES:
        whole, mark, decimals = words[last].text.partition(sentence.lang.decimal_mark)
        if len(whole) != 3 or not whole.isdecimal() or len(digits) > marks.MAX_DIGITS:
            break
        digits += whole + mark + decimals
        last += 1
        if mark:
            break
    if last < len(words) and sentence.tags[last] == "#" and words[last - 1].space == " ":
        return "", at + 1
    return (digits, last) if last > at + 1 else ("", last)


def _behind_year(sentence: Sentence, at: int) -> bool:
    """`in 2019 28 616 cases`: does a year behind a preposition end before the groups?"""
    return at > 1 and sentence.tags[at - 2] == "p" and is_year(sentence.words[at - 1].text)


def _leading_mark(sentence: Sentence, at: int, number: Decimal) -> tuple[int, Decimal]:
    """`.5`: a decimal mark before the digits with nothing before it."""
    words = sentence.words
    if (
        at
        and sentence.glued(at)
        and words[at - 1].text == sentence.lang.decimal_mark
        and (at == 1 or words[at - 2].space or sentence.tags[at - 2] in "($-*")
        and words[at].text.isdecimal()
    ):
        return at - 1, Decimal(f"0.{words[at].text}")
    return at, number


def _power(
    sentence: Sentence, at: int, number: Decimal, precision: Decimal
) -> tuple[Decimal, Decimal, int]:
    """Scientific notation after the digits, `1.3e6`, `2 × 10^5`, `2 × 10⁵`, or a power, `2.5^3`."""
    words, tags = sentence.words, sentence.tags
    size = len(words)
    if at >= size:
        return number, precision, at
    if words[at].lower == "e" and sentence.glued(at) and not words[at].space:
        sign = at + 1 < size and tags[at + 1] in "-*" and not words[at + 1].space
        exponent = at + 1 + sign
        if exponent < size and tags[exponent] == "#" and words[exponent].text.isdecimal():
            power = _exponent(words[at + 1].text if sign else "", words[exponent].text)
            if power is not None:
                return number.scaleb(power), precision.scaleb(power), exponent + 1
    if words[at].text == "^" and sentence.glued(at) and number:
        power, last = _power_of_ten(sentence, at)
        if power is not None and abs(power) < MAX_POWER:
            value = quotient(number**power)
            whole = value == value.to_integral_value()
            return value, ONE if whole else written_precision(value), last
    if "x" in words[at].roles and at + 2 < size and words[at + 1].text == "10":
        power, last = _power_of_ten(sentence, at + 2)
        if power is not None:
            return number.scaleb(power), precision.scaleb(power), last
    return number, precision, at


def _power_of_ten(sentence: Sentence, at: int) -> tuple[int | None, int]:
    words = sentence.words
    text = words[at].text.translate(_SUPERSCRIPTS)
    if text != words[at].text and text.lstrip("-").isdecimal():
        return _exponent("", text), at + 1
    if text == "-" and at + 1 < len(words):
        return _exponent("-", words[at + 1].text.translate(_SUPERSCRIPTS)), at + 2
    if words[at].tag == "-" and not words[at].space and at + 1 < len(words):
        return _exponent("-", words[at + 1].text), at + 2  # 10−30, its superscript lost
    if words[at].text == "^":
        sign = words[at + 1].text if at + 2 < len(words) and words[at + 1].text in "+-−" else ""
        digits = at + 1 + len(sign)
        if digits < len(words) and words[digits].text.isdecimal():
            return _exponent(sign, words[digits].text), digits + 1
    return None, at


def _exponent(sign: str, digits: str) -> int | None:
    """The power, or one beyond what a fact may hold; None where the digits are none."""
    if sign not in ("", "+", "-", "−") or not digits.lstrip("-").isdecimal():
        return None
    negative = sign in ("-", "−") or digits[0] == "-"
    size = digits.lstrip("-")
    power = int(size) if len(size) <= 3 else MAX_POWER
    return -min(power, MAX_POWER) if negative else min(power, MAX_POWER)


def _with_fraction(sentence: Sentence, found: Numeral) -> Numeral:
    """`3/4`, `1½`, `1 1/2`."""
    words, tags, at = sentence.words, sentence.tags, found.last
    whole = found.value
    if whole is None or at >= len(words) or whole != whole.to_integral_value():
        return found
    part = _slashed(sentence, found.first) if found.last == found.first + 1 else None
    if part is not None:
        return Numeral(found.first, at + 2, "fraction", quotient(part), Decimal("0.01"))
    glyph = words[at].number
    if tags[at] == "w" and glyph is not None and not words[at].text.isalpha():
        over, under = glyph[1].split()
        value = whole + Decimal(over) / Decimal(under)
        return Numeral(found.first, at + 1, "digits", value, Decimal("0.1"))
    if tags[at] == "#" and words[at - 1].space and whole < 100:
        part = _slashed(sentence, at)
        if part is not None:
            return Numeral(found.first, at + 3, "digits", whole + part, Decimal("0.1"))
    if sentence.past_hyphen(at) > at and tags[at + 1] == "#" and whole < 100:  # 1-1/2
        part = _slashed(sentence, at + 1, hyphened=True)
        if part is not None:
            return Numeral(found.first, at + 4, "digits", whole + part, Decimal("0.1"))
    return found


def _slashed(sentence: Sentence, at: int, *, hyphened: bool = False) -> Decimal | None:
    """The fraction at `3/4`, if the digits after the slash make one: less than one, no date."""
    words, tags = sentence.words, sentence.tags
    end = at + 3
    if end > len(words) or words[at + 1].text not in "/⁄" or words[at].space or words[at + 1].space:
        return None
    over, under = words[at].text, words[at + 2].text
    if not (over.isdecimal() and under.isdecimal() and len(over) <= 2 and len(under) <= 3):
        return None
    if end < len(words) and tags[end] in "/-#" and not words[end - 1].space:
        return None
    if at and tags[at - 1] in "/-" and not words[at - 1].space and not hyphened:
        return None
    top, bottom = int(over), int(under)
    return Decimal(top) / Decimal(bottom) if 0 < top < bottom else None
