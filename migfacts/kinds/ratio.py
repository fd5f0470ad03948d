"""ratio: a quotient: parts, one in so many, and multiples.

What: fractions, `one in five`, `3 out of 4`, `2:1`, `twice`, `three times higher`, `doubled`,
`every third child`.
Why: a ratio is compared with shares and changes, never with counts.

Examples:
    two thirds of the families -> 0.666666666667, of families
    one in five -> 0.2
    doubled -> 2, up
    every third child -> 0.333333333333, of children
Not matched:
    half a million people, a count
    10:30, a clock time
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts import quantity
from migfacts.beside import bounds
from migfacts.numerals.numeral import ONE, Numeral, quotient
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_FORMS: Final = frozenset(("ratio", "fraction", "multiple"))


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The ratio that a numeral is, or None."""
    if numeral.form == "ordinal":
        return _every(sentence, numeral)
    last = numeral.last
    parts = numeral.form == "range" and numeral.items and numeral.items[0].form == "fraction"
    if numeral.form not in _FORMS and not parts:
        after = _times(sentence, numeral)
        if after is None:
            return None
        last = after
    elif numeral.form in _DOUBTFUL and not _DOUBTFUL[numeral.form](sentence, numeral):
        return None
    result = quantity.of("ratio", numeral, numeral.first, last)
    if result.value is not None:
        result.value = quotient(result.value)
    if result.low is not None and result.high is not None:
        result.low, result.high = quotient(result.low), quotient(result.high)
    return result


def _every(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """`every third child`; `every second week` tells how often."""
    words, first, last = sentence.words, numeral.first, numeral.last
    if not first or "every" not in words[first - 1].roles or not numeral.value:
        return None
    if last >= len(words) or sentence.tags[last] not in "nkbj":
        return None
    if sentence.lang.units.is_time(words[last].lower):
        return None
    result = quantity.of("ratio", numeral, first - 1, last)
    result.value, result.precision = quotient(ONE / numeral.value), Decimal("0.01")
    return result


def _part(sentence: Sentence, numeral: Numeral) -> bool:
    """A fraction that is none of `half-open doors`, `a day and a half`."""
    last, first = numeral.last, numeral.first
    after = sentence.past_hyphen(last)
    if after > last and sentence.tags[after] not in "#wO":
        return False
    words = sentence.words
    if first < 2 or "and" not in words[first - 1].roles or not words[first - 2].follows:
        return True
    return sentence.lang.units.match(words, first - 2) is None


def _times(sentence: Sentence, numeral: Numeral) -> int | None:
    """`three times higher`, `2.5 times the`: not `three times a week`."""
    words, at = sentence.words, numeral.last
    if at >= len(words):
        return None
    if "x" in words[at].roles and sentence.glued(at):
        behind = sentence.tags[at + 1 : at + 2]
        return None if behind in ("#", "w", "/", "-") else at + 1  # 3.5x the level
    if "times" not in words[at].roles:
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.roles & {"comparative", "as", "the"}:
        return None
    return at + 1


def _multiple(sentence: Sentence, numeral: Numeral) -> bool:
    """`twice as many`, `doubled`; not `twice a week`, not `double shifts`, `a triple murder`."""
    words, at = sentence.words, numeral.last
    word = words[numeral.first]
    following = words[at].roles if at < len(words) else frozenset()
    if "adverb_multiple" in word.roles:
        return bool(following & {"comparative", "as", "the"})
    if "adjective_multiple" in word.roles:
        bound = bounds.before(sentence, numeral.first)
        start = bound[1] if bound is not None else numeral.first  # set to nearly double
        return bool(following & {"the", "of"}) or (start > 0 and words[start - 1].tag in "xmt")
    return True


_DOUBTFUL: Final = {"fraction": _part, "multiple": _multiple}
