"""Kinds: one module a kind of quantity, in order of priority.

Each has `read(sentence, numeral)`, which gives a `Quantity`, a `Reference` for a number that is
no fact, or None. The first kind that answers takes the numeral.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

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

class Kind(NamedTuple):
    """A kind's name and reader, and whether it needs a word behind the number that may be a unit."""

    name: str
    read: Callable[[Sentence, Numeral], Quantity | Reference | None]
    needs_unit: bool = False


#: In order of priority; `number` comes last and takes what is left.
KINDS: Final[tuple[Kind, ...]] = (
    Kind("money", money.read),
    Kind("reference", reference.read),
    Kind("date", date.read),
    Kind("percent", percent.read, needs_unit=True),
    Kind("age", age.read),
    Kind("duration", duration.read, needs_unit=True),
    Kind("measure", measure.read, needs_unit=True),
    Kind("ratio", ratio.read),
    Kind("ordinal", ordinal.read),
    Kind("number", number.read),
)
_WITHOUT_UNIT: Final = tuple(kind for kind in KINDS if not kind.needs_unit)

_RATES: Final = frozenset(("money", "measure", "duration", "number", "percent"))
_UNBOUND: Final = frozenset(("date", "ordinal"))


def read(sentence: Sentence, numeral: Numeral, free: int) -> Quantity | Reference | None:
    """What a numeral is, with its bound and denominator.

    Args:
        free: the first token that no earlier quantity has taken.
    """
    for kind in KINDS if _unit_may_follow(sentence, numeral) else _WITHOUT_UNIT:
        found = kind.read(sentence, numeral)
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


def _unit_may_follow(sentence: Sentence, numeral: Numeral) -> bool:
    at = sentence.past_hyphen(numeral.last)
    if at >= len(sentence.words):
        return False
    return sentence.words[at].follows or numeral.form == "fraction"
