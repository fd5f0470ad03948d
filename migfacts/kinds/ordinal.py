"""ordinal: a rank: `fourth`, `21st`.

What: an ordinal in words or digits.
Why: ranks are never added or compared with counts.

Examples:
    the fourth and final prerequisite -> 4, prerequisite
    the 21st session -> 21, session
    every third child -> 0.333333333333, a ratio
Not matched:
    second to last, a rank from the end
    two fifths, a ratio
    Second World War, a name
"""

from __future__ import annotations

from decimal import Decimal

from migfacts import quantity
from migfacts.numerals.numeral import ONE, Numeral, quotient
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence


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
        return _every(sentence, numeral)
    joined = sentence.past_hyphen(last)
    if joined > last and "superlative" not in sentence.words[joined].roles:
        return None  # second-hand, but the second-largest
    result = quantity.of("ordinal", numeral, numeral.first, numeral.last)
    result.precision = ONE
    return result


def _every(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """`every third child` is a ratio; `every second week` tells how often."""
    last, units = numeral.last, sentence.lang.units
    noun = sentence.words[last : last + 1]
    if not noun or not numeral.value or sentence.tags[last] not in "nkbj":
        return None
    if units.words.meaning(noun[0].lower) in units.durations:
        return None
    result = quantity.of("ratio", numeral, numeral.first - 1, last)
    result.value, result.precision = quotient(ONE / numeral.value), Decimal("0.01")
    return result
