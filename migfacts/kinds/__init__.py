"""Kinds: one module a kind of quantity, in order of priority.

Each has `read(sentence, numeral)`, which gives a `Quantity`, a `Reference` for a number that is
no fact, or None. The first kind that answers takes the numeral.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, get_args

from msgspec import Struct

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
from migfacts.numerals.numeral import Form, Numeral
from migfacts.quantity import Quantity, Reference
from migfacts.tokens import Sentence


class Kind(Struct, frozen=True):
    """A kind's name and reader, the forms of numeral it takes, and whether it needs a unit.

    A kind that needs one is asked only where a word that may be a unit stands behind the number.
    """

    name: str
    read: Callable[[Sentence, Numeral], Quantity | Reference | None]
    forms: str
    needs_unit: bool = False


_PLAIN = "digits words range"
#: In order of priority; `number` comes last and takes what is left.
KINDS: Final[tuple[Kind, ...]] = (
    Kind("percent", percent.read, f"{_PLAIN} spread fraction", needs_unit=True),
    Kind("money", money.read, f"{_PLAIN} spread"),
    Kind("reference", reference.read, f"{_PLAIN} spread fraction ordinal ratio code"),
    Kind("date", date.read, "digits words range ordinal code"),
    Kind("age", age.read, _PLAIN),
    Kind("duration", duration.read, f"{_PLAIN} spread fraction", needs_unit=True),
    Kind("measure", measure.read, f"{_PLAIN} spread fraction", needs_unit=True),
    Kind("ratio", ratio.read, f"{_PLAIN} fraction ordinal ratio multiple"),
    Kind("ordinal", ordinal.read, "ordinal"),
    Kind("percent", percent.told, _PLAIN),
    Kind("number", number.read, f"{_PLAIN} spread"),
)


def _asked(form: str, *, unit: bool) -> tuple[Kind, ...]:
    return tuple(
        kind for kind in KINDS if form in kind.forms.split() and (unit or not kind.needs_unit)
    )


#: Which kinds to ask, by the form of the numeral and whether a unit may follow.
_ASKED: Final = {
    (form, unit): _asked(form, unit=unit) for form in get_args(Form) for unit in (False, True)
}
_RATES: Final = frozenset(("money", "measure", "duration", "number", "percent"))
_UNBOUND: Final = frozenset(("date", "ordinal"))


def read(sentence: Sentence, numeral: Numeral, free: int) -> Quantity | Reference | None:
    """What a numeral is, with its bound and denominator.

    Args:
        free: the first token that no earlier quantity has taken.
    """
    found: Quantity | Reference | None = None
    if _bare(sentence, numeral):
        plain = number.read(sentence, numeral)
        if plain is not None:
            _read_beside(sentence, plain, free)
        return plain
    for kind in _ASKED[numeral.form, _unit_may_follow(sentence, numeral)]:
        found = kind.read(sentence, numeral)
        if found is not None:
            break
    else:
        return None
    if isinstance(found, Reference) or found.kind in _UNBOUND:
        return found
    _read_beside(sentence, found, free)
    return found


def _read_beside(sentence: Sentence, found: Quantity, free: int) -> None:
    """Take in the denominator and the bound of a quantity.

    In `1 per cent for every nine weeks` the time is a quantity of its own, and in `every nine
    weeks a boat comes` no boat counts it.
    """
    words = sentence.words
    behind = words[found.last] if found.last < len(words) else None
    timed = found.kind == "percent" and behind is not None and "for" in behind.roles
    timed = timed or (found.first > 0 and "every" in words[found.first - 1].roles)
    if behind is not None and behind.rates and found.kind in _RATES and not timed:
        rate = denominators.read(sentence, found.last)
        if rate is not None:
            found.per, found.last = rate
    bounds.read(sentence, found, free)


def _bare(sentence: Sentence, numeral: Numeral) -> bool:
    """Can the number be no more than a number, by the words before and behind it?

    So it is with every second one, and no other kind need be asked.
    """
    words, first, last = sentence.words, numeral.first, numeral.last
    if numeral.form not in ("digits", "words") or numeral.symbol is not None:
        return False
    if last >= len(words) or words[last].follows or sentence.tags[last] in "#-:/]),X":
        return False
    if not first or words[last].tag == "E":
        return False
    if first:
        before = words[first - 1]
        if not before.space or before.capital or before.labels or before.leads:
            return False
        if before.tag in "#,c)].SNKz-XZ" or (before.tag == "o" and words[last].tag in ".,;)"):
            return False
    text = words[first].text
    return not text.isdecimal() or (len(text) > 2 and len(text) != 4)


def _unit_may_follow(sentence: Sentence, numeral: Numeral) -> bool:
    at = sentence.past_hyphen(numeral.last)
    if at >= len(sentence.words):
        return False
    return sentence.words[at].follows or numeral.form == "fraction"
