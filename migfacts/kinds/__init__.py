"""Kinds: one module a kind of quantity, in order of priority.

Each has `read(sentence, numeral)`, which gives a `Quantity`, a `Reference` for a number that is
no fact, or None. The first kind that answers takes the numeral.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from migfacts.beside import bounds, denominators
from migfacts.kinds import (
    age,
    date,
    duration,
    measure,
    money,
    number,
    ordinal,
    percent,
    ratio,
    reference,
)
from migfacts.numerals.numeral import Numeral
from migfacts.quantity import Quantity, Reference
from migfacts.tokens import Sentence

Reader = Callable[[Sentence, Numeral], "Quantity | Reference | None"]

#: In order of priority; `number` comes last and takes what is left.
KINDS: Final[tuple[tuple[str, Reader], ...]] = (
    ("money", money.read),
    ("reference", reference.read),
    ("date", date.read),
    ("percent", percent.read),
    ("age", age.read),
    ("duration", duration.read),
    ("measure", measure.read),
    ("ratio", ratio.read),
    ("ordinal", ordinal.read),
    ("number", number.read),
)

_RATES: Final = frozenset(("money", "measure", "duration", "number", "percent"))
_UNBOUND: Final = frozenset(("date", "ordinal"))


def read(sentence: Sentence, numeral: Numeral, free: int) -> Quantity | Reference | None:
    """What a numeral is, with its bound and denominator.

    Args:
        free: the first token that no earlier quantity has taken.
    """
    for _, reader in KINDS:
        found = reader(sentence, numeral)
        if found is not None:
            break
    else:
        return None
    if isinstance(found, Reference) or found.kind in _UNBOUND:
        return found
    if found.kind in _RATES and found.last < len(sentence.words):
        rate = denominators.read(sentence, found.last)
        if rate is not None:
            found.per, found.last = rate
    bounds.read(sentence, found, free)
    return found
