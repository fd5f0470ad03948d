"""Numerals in words, and scale words after digits: `twenty-five thousand`, `1.3 million`.

One rule serves cardinals of every language that adds and multiplies: a word smaller than the
room left by the words before it adds, a scale multiplies.
"""

from __future__ import annotations

from decimal import Decimal

from migfacts.languages.lexicon import Word
from migfacts.numerals import parts
from migfacts.numerals.numeral import ONE, Numeral, plain, quotient
from migfacts.numerals.parts import of_scale
from migfacts.numerals.sums import HUNDRED, ZERO, Reading
from migfacts.tokens import Sentence


def read(sentence: Sentence, at: int, digits: Numeral | None = None) -> Numeral | None:
    """The numeral whose words start at token `at`, or go on behind `digits`.

    Returns:
        `digits` itself where no number word follows; None where the word at `at` is no numeral
        by itself (`million` in `millions of`, `quarter` in `the first quarter`).
    """
    reading = _start(sentence, at, digits)
    if reading is None:
        return None
    first = digits.first if digits else _first(sentence, at)
    begun = reading.at
    if reading.form == "fraction" and first == at and at and begun == at + 1:
        first -= "article" in sentence.words[at - 1].roles
    while reading.form not in ("ordinal", "fraction"):
        after = _step(sentence, reading)
        if after is None:
            break
        reading.at = after
    if reading.at == begun and digits is not None:
        return digits
    scale = reading.scale if reading.group is None else None
    precision = Decimal("0.01") if reading.form == "fraction" else reading.precision
    value = quotient(reading.value) if reading.form == "fraction" else plain(reading.value)
    found = Numeral(first, reading.at, reading.form, value, precision)
    found.scale = scale
    return found


def _first(sentence: Sentence, at: int) -> int:
    """Include the article of `a hundred`, `a quarter`."""
    words = sentence.words
    number = words[at].number
    counted = number is not None and number[0] in ("scales", "fractions", "dozens")
    return at - 1 if counted and at and "article" in words[at - 1].roles else at


def _start(sentence: Sentence, at: int, digits: Numeral | None) -> Reading | None:
    words = sentence.words
    if digits is not None:
        return Reading(digits.last, digits.value, "digits")
    number = words[at].number
    if number is None:
        return None
    name, value = number
    article = at > 0 and "article" in words[at - 1].roles
    if name == "cardinals":
        reading = Reading(at, None, "words")
        reading.add(Decimal(value))
        reading.at = at + 1
        return reading
    if name in ("scales", "dozens"):
        return Reading(at, ONE, "words") if article else None
    if name == "fractions":
        return _start_fraction(sentence, at, value, article)
    if name == "ordinals":
        reading = Reading(at + 1, Decimal(value), "ordinal")
        if article and int(value) > 2 and parts.is_part(sentence, at + 1):  # a second is no half
            reading.group, reading.form = ONE / Decimal(value), "fraction"
        return reading
    return None


def _start_fraction(sentence: Sentence, at: int, parts: str, article: bool) -> Reading | None:
    """`half a million`, `half of`, `a quarter`, `½`; not `the first quarter`."""
    words, tags = sentence.words, sentence.tags
    over, under = map(Decimal, parts.split())
    after = at + 1
    size = len(words)
    if after < size and "article" in words[after].roles:
        number = words[after + 1].number if after + 1 < size else None
        if number is not None and number[0] in ("scales", "dozens"):
            return Reading(after + 1, over / under, "words")
    number = words[after].number if after < size else None
    if number is not None and number[0] in ("scales", "dozens"):
        return Reading(after, over / under, "words")
    bare = not article and words[at].text.isalpha()
    if under != 2 and bare and not of_scale(sentence, at):
        return None
    if under == 2 and at and tags[at - 1] in "Ojd" and not article:
        return None  # the first half, the second half
    return Reading(after, over / under, "fraction")


def _step(sentence: Sentence, reading: Reading) -> int | None:
    """Read one more word; the token after it, or None where the numeral ends."""
    words, tags = sentence.words, sentence.tags
    at = reading.at
    if at >= len(words):
        return None
    if tags[at] == "-" and sentence.glued(at) and not words[at].space:
        at += 1
    if at >= len(words):
        return None
    word = words[at]
    if word.number is not None:
        return _number_word(sentence, reading, at, word)
    if tags[at] == "#":
        return _digits_inside(sentence, reading, at)
    if "and" in word.roles:
        return _joined(sentence, reading, at + 1)
    scale = parts.plural_scale(sentence, at)
    if scale is not None and reading.group is not None:
        return at + 1 if reading.multiply(scale) else None
    if "point" in word.roles and reading.group is not None:
        return _point(sentence, reading, at + 1)
    return None


def _number_word(sentence: Sentence, reading: Reading, at: int, word: Word) -> int | None:
    assert word.number is not None
    name, value = word.number
    if name == "cardinals":
        whole = parts.hyphened(sentence, at) if reading.group is not None else None
        if whole is not None:
            return _part(reading, at + 2, ONE / whole)
        if reading.form == "digits" and reading.group is not None and reading.room == ZERO:
            return None
        if reading.form == "digits" and reading.group is None and not parts.is_scaled(sentence, at):
            return None  # 1.2bn three years later
        return at + 1 if reading.add(Decimal(value)) else None
    if name == "scales":
        return at + 1 if reading.multiply(Decimal(value)) else None
    if name == "dozens":
        if reading.group is None:
            return None
        reading.group = parts.dozens(reading.group, Decimal(value))
        return at + 1
    if name == "ordinals":
        return _ordinal_end(sentence, reading, at, Decimal(value))
    if name == "denominators" and reading.group is not None and value != "1":
        return _part(reading, at, ONE / Decimal(value))
    if name == "fractions" and reading.group is not None and at > reading.at - 1:
        over, under = value.split()
        halves = under == "2" and reading.value != ONE  # one half
        if word.text.isalpha() and (halves or reading.group > 20):
            return None
        return _part(reading, at, Decimal(over) / Decimal(under))
    return None


def _part(reading: Reading, at: int, part: Decimal) -> int:
    """`two thirds`: what was read counts the parts.

    Of decimals only what stands behind the last `and`: `two hundred and five hundredths`.
    """
    decimals = part.normalize().as_tuple().digits == (1,)
    whole = reading.whole if decimals else ZERO
    reading.group = whole + (reading.value - whole) * part
    reading.total = ZERO
    reading.form = "fraction"
    return at + 1


def _ordinal_end(sentence: Sentence, reading: Reading, at: int, value: Decimal) -> int | None:
    if reading.value == ONE and reading.total == ZERO and value > 2:
        hyphened = sentence.tags[at - 1] == "-"  # one-fifth is no rank, whatever follows
        if reading.form == "digits" or not (hyphened or parts.is_part(sentence, at + 1)):
            return None
        return _part(reading, at, ONE / value)
    if value >= HUNDRED:
        if not reading.multiply(value):
            return None
    elif not reading.add(value):
        return None
    reading.form = "ordinal"
    return at + 1


def _digits_inside(sentence: Sentence, reading: Reading, at: int) -> int | None:
    """`4 thousand 3 hundred and 21`: digits go on after a scale word."""
    text = sentence.words[at].text
    if not text.isdecimal() or len(text) > 3:
        return None
    value = Decimal(text)
    if reading.scale is not None and reading.group is None:
        number = sentence.words[at + 1].number if at + 1 < len(sentence.words) else None
        if number is None or number[0] != "scales" or Decimal(number[1]) >= reading.scale:
            return None
        return at + 1 if reading.add(value) else None
    if reading.room == HUNDRED and reading.group is not None and value < HUNDRED:
        number = sentence.words[at + 1].number if at + 1 < len(sentence.words) else None
        return at + 1 if number is None and reading.add(value) else None
    return None


def _joined(sentence: Sentence, reading: Reading, at: int) -> int | None:
    """After `and`: `a hundred and five`, `two and a half`."""
    words = sentence.words
    if at >= len(words):
        return None
    part = parts.joined(sentence, at)
    if part is not None:
        value, after = part
        unit = reading.scale if reading.group is None and reading.scale else ONE
        if reading.group is None:
            unit, after = parts.own_scale(sentence, after, unit)
            reading.total += value * unit
        else:
            reading.group += value
        return after
    word = words[at]
    if not reading.room or reading.room < HUNDRED or _between(sentence, reading):
        return None
    reading.whole = reading.value
    if word.number is not None and word.number[0] == "cardinals":
        return at + 1 if reading.add(Decimal(word.number[1])) else None
    if word.number is not None and word.number[0] == "ordinals":
        return _ordinal_end(sentence, reading, at, Decimal(word.number[1]))
    if sentence.tags[at] == "#" and reading.room == HUNDRED and reading.group is not None:
        return _digits_inside(sentence, reading, at)
    return None


def _between(sentence: Sentence, reading: Reading) -> bool:
    """In `between two hundred and five hundred` the `and` joins no number words."""
    start = max(0, reading.at - 8)
    return any("between" in word.roles for word in sentence.words[start : reading.at])


def _point(sentence: Sentence, reading: Reading, at: int) -> int | None:
    """`two point five`."""
    spoken, last = parts.spoken(sentence, at)
    if not spoken or reading.group is None:
        return None
    reading.group += Decimal(f"0.{spoken}")
    return last
