"""ordinal: a rank: `fourth`, `21st`.

What: an ordinal in words or digits.
Why: ranks are never added or compared with counts.

Examples:
    the fourth and final prerequisite -> 4, prerequisite
    the 21st session -> 21, session
Not matched:
    second to last, a rank from the end
    two fifths, a ratio
    Second World War, a name
    every third child, a ratio
"""

from __future__ import annotations

from typing import Final

from migfacts import quantity
from migfacts.numerals.numeral import ONE, Numeral
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: Tags between which `first` says when: a subject or an auxiliary, and a verb.
_SUBJECTS: Final = frozenset("nkbNKzXZuxm")
_VERBS: Final = ("D", "V", "v")


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The ordinal that a numeral is, or None."""
    if numeral.form != "ordinal":
        return None
    tags, last = sentence.tags, numeral.last
    if numeral.first and tags[numeral.first - 1] == "t" and tags[last : last + 1] in ("#", "w"):
        return None  # to second two experts
    from_end = tags[last : last + 1] == "t" and last + 1 < len(tags)
    if from_end and "last" in sentence.words[last + 1].roles:
        return None  # the second to last
    if numeral.first and "every" in sentence.words[numeral.first - 1].roles:
        return None  # every second week
    if _is_adverb(sentence, numeral) or _is_moment(sentence, numeral):
        return None
    joined = sentence.past_hyphen(last)
    if joined > last and "superlative" not in sentence.words[joined].roles:
        return None  # second-hand, but the second-largest
    result = quantity.of("ordinal", numeral, numeral.first, numeral.last)
    result.precision = ONE
    return result


def _is_adverb(sentence: Sentence, numeral: Numeral) -> bool:
    """`The camp first opened in 1991`, `when I first came`: does it say when something began?"""
    tags, at, last = sentence.tags, numeral.first - 1, numeral.last
    between = at >= 0 and tags[at] in _SUBJECTS and tags[last : last + 1] in _VERBS
    return between and numeral.value == ONE and last == numeral.first + 1


def _is_moment(sentence: Sentence, numeral: Numeral) -> bool:
    """`A second later the roof gave way`: a unit of time, and no rank."""
    words, first, last = sentence.words, numeral.first, numeral.last
    led = first > 0 and "article" in words[first - 1].roles and last < len(words)
    return led and "shift" in words[last].roles and sentence.lang.units.is_time(words[first].lower)
