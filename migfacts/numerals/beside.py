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
