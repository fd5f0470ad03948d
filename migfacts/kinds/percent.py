"""percent: a share in a hundred, and points of it.

What: a number before a word or sign for per cent, percentage points or basis points.
Why: shares are compared with shares, and points with differences of shares, never with counts.

Examples:
    nearly 60 per cent of the households -> 60, percent, of households, approx
    from 5 to 10% -> 5 to 10, percent
    two percentage points -> 2, percentage_point
    at a percentage of 38 -> 38, percent
Not matched:
    the percentage of girls, a share without a number
    the percentage of 40 schools, a share of what is counted
"""

from __future__ import annotations

from typing import Final

from migfacts import quantity
from migfacts.numerals.numeral import Numeral
from migfacts.quantity import Quantity, Reference
from migfacts.tokens import Sentence

CONFIDENCE: Final = "how sure an estimate is, as in 95% CI"
POINT: Final = "percentage_point"
#: More points than these are those of an index.
MOST_POINTS: Final = 50
#: Tags behind a number that counts nothing.
_ENDS: Final = frozenset(("", "E", ".", ",", ";", ")"))


def read(sentence: Sentence, numeral: Numeral) -> Quantity | Reference | None:
    """The percentage that a numeral is, a `Reference` for a level of confidence, or None."""
    if numeral.form in ("ordinal", "code", "multiple", "ratio"):
        return None
    at = sentence.past_hyphen(numeral.last)
    found = sentence.lang.percents.match(sentence.words, at) or _points(sentence, numeral, at)
    if found is None:
        return None
    unit, last = found
    if last < len(sentence.words) and "confidence" in sentence.words[last].roles:
        return Reference(numeral.first, last, CONFIDENCE)
    if unit == POINT and sentence.lang.currencies.symbols.match_before(
        sentence.words, numeral.first
    ):
        return None  # USD 12 p.p. are for a person
    result = quantity.of("percent", numeral, numeral.first, last)
    result.unit = unit
    result.unit_text = sentence.text(at, last)
    return result


def _points(sentence: Sentence, numeral: Numeral, at: int) -> tuple[str, int] | None:
    """`to 38%, up 6 points`, `13.1%, 3 points above`: are they those of a percentage?

    Those of an index go on in per cent: `fell 190 points, or 0.6%`.
    """
    words, tags, table = sentence.words, sentence.tags, sentence.lang.changes
    if at >= len(words) or "points" not in words[at].roles or numeral.top > MOST_POINTS:
        return None
    if tags[at + 1 : at + 3] in (",c", "(#") or not numeral.first:
        return None
    before = (word.lower for word in words[max(0, numeral.first - 2) : numeral.first])
    moved = any(said in table.adverbs or said in table.verbs for said in before)
    after = words[at + 1] if at + 1 < len(words) else None
    off = after is not None and ("off" in after.roles or after.lower in table.comparatives)
    if not (moved or off):
        return None
    percents = sentence.lang.percents
    shared = any(percents.match(words, place) for place in range(len(words)))
    return (POINT, at + 1) if shared else None


def told(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The percentage of which a word before the number tells: `a percentage of 38`."""
    words, tags = sentence.words, sentence.tags
    of = numeral.first - 1
    if of < 1 or tags[of] != "o" or tags[numeral.last : numeral.last + 1] not in _ENDS:
        return None
    found = sentence.lang.percents_before.match_before(words, of)
    if found is None or (found[1] and tags[found[1] - 1] in "#w"):
        return None
    if numeral.last < len(words) and words[numeral.last].text == "?":
        return None  # what percentage of 200?
    unit, at = found
    result = quantity.of("percent", numeral, at, numeral.last)
    result.unit = unit
    result.unit_text = sentence.text(at, of)
    return result
