"""duration: an amount of time, from seconds to centuries.

What: a number before a unit of time.
Why: durations are checked against the dates they lie between.

Examples:
    the past 12 months -> 12, month
    a five-day workshop -> 5, day
    half an hour -> 0.5, hour
Not matched:
    29 years old, an age
    16 Days of Activism, a name
"""

from __future__ import annotations

from migfacts.kinds import measure
from migfacts.numerals.numeral import Numeral
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The duration that a numeral is, or None."""
    found = measure.read(sentence, numeral)
    return found if found is not None and found.kind == "duration" else None
