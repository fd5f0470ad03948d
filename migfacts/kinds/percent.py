"""percent: a share in a hundred, and points of it.

What: a number before a word or sign for per cent, percentage points or basis points.
Why: shares are compared with shares, and points with differences of shares, never with counts.

Examples:
    nearly 60 per cent of the households -> 60, percent, of households, approx
    from 5 to 10% -> 5 to 10, percent
    two percentage points -> 2, percentage_point
Not matched:
    the percentage of girls, a share without a number
"""

from __future__ import annotations

from migfacts import quantity
from migfacts.numerals.numeral import Numeral
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The percentage that a numeral is, or None."""
    if numeral.form in ("ordinal", "code", "multiple", "ratio"):
        return None
    at = sentence.past_hyphen(numeral.last)
    found = sentence.lang.percents.match(sentence.words, at)
    if found is None:
        return None
    unit, last = found
    result = quantity.of("percent", numeral, numeral.first, last)
    result.unit = unit
    result.unit_text = sentence.text(at, last)
    return result
