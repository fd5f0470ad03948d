"""Numbers that count nothing by the way they are written: `2-1`, `24/7`, `in their 20s`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence

#: In tokens.
LONGEST_NAME: Final = 3
TEN: Final = Decimal(10)
HUNDRED: Final = Decimal(100)


def figured(sentence: Sentence, numeral: Numeral) -> bool:
    """`3W`, `24/7`: a name that begins with a figure, as one word."""
    at, name = numeral.first + 1, sentence.words[numeral.first].text
    while sentence.glued(at) and at - numeral.first < LONGEST_NAME:
        name += sentence.words[at].text
        if name in sentence.lang.labels.figured:
            return True
        at += 1
    return False


def decade(sentence: Sentence, numeral: Numeral) -> bool:
    """`in their 20s`, `the mid-90s`: no seconds, for which no determiner stands before them."""
    words, first, last = sentence.words, numeral.first, numeral.last
    if numeral.form != "digits" or last >= len(words) or not sentence.glued(last):
        return False
    if "plural_ending" not in words[last].roles or not first:
        return False
    value = numeral.value or TEN
    led = sentence.tags[first - 1] in "dj-" or _goes_on(sentence, first)
    return value % TEN == 0 and TEN < value < HUNDRED and led


def _goes_on(sentence: Sentence, first: int) -> bool:
    """`their 20s and 30s`: does another decade stand before?"""
    words = sentence.words
    joined = first > 2 and sentence.tags[first - 1] in "ct-"
    return joined and "plural_ending" in words[first - 2].roles and sentence.glued(first - 2)


def score(sentence: Sentence, numeral: Numeral) -> bool:
    """`2-1`: a falling pair of small whole numbers is a score, and no range."""
    words, tags, first, last = sentence.words, sentence.tags, numeral.first, numeral.last
    if numeral.form != "digits" or not words[first].text.isdecimal():
        return False
    if tags[last : last + 2] != "-#" or words[last - 1].space or words[last].space:
        return False
    other = words[last + 1].text
    if not other.isdecimal() or len(other) > 3 or sentence.tags[last + 2 : last + 3] == "%":
        return False
    return numeral.value is not None and Decimal(other) <= numeral.value < 200
