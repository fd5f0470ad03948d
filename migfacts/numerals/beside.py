"""What the words beside a numeral say of the pair that it may be one of."""

from __future__ import annotations

from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence


def may_be_year(sentence: Sentence, b: Numeral) -> bool:
    """Is it written as a year is: 2023, and not 2,023?"""
    assert b.value is not None
    return 1900 <= b.value <= 2100 and sentence.words[b.first].text.isdigit()


def multiplies(sentence: Sentence, a: Numeral) -> bool:
    """`doubled to 720` is no range."""
    word = sentence.lang.lexicon.numbers.get(sentence.words[a.last - 1].lower)
    return word is not None and word[0] == "multiples"


def between_ages(sentence: Sentence, a: Numeral) -> bool:
    """`between the ages of 10 and 15`: does `between` open a range of ages?"""
    aged = sentence.lang.ages.before.match_before(sentence.words, a.first)
    if aged is None:
        return False
    before = sentence.words[max(0, aged[1] - 2) : aged[1]]
    return any("between" in word.roles for word in before)


def opens_date(sentence: Sentence, first: int, last: int) -> bool:
    """`No. 1 – 9 October 2023`: does a label stand before, and a month behind?"""
    words, lang = sentence.words, sentence.lang
    if last >= len(words) or words[last].lower not in lang.dates.months or first == 0:
        return False
    at = first - 1
    if words[at].text == "." and at and not words[at - 1].space:
        at -= 1
    numbered = words[at].lower in lang.labels.numbered or words[at].text == "#"
    return numbered or lang.labels.heads(words, first)
