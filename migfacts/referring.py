"""Does the later of two numbers of a document point back to the earlier one?

`The 6.7m grant`, `the 17 vans handed over today`, `the nine-week course`: what was named before.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.compare import factor, is_permuted
from migfacts.mistyped import FACTOR, MANY
from migfacts.standing import ASKED, overlap, same_scope, scope
from migfacts.thing import DESCRIBING, Thing

PLANNED: Final = frozenset(("planned",))
NEAR: Final = Decimal("1.5")
CLOSE: Final = Decimal("1.3")
WIDE: Final = Decimal("1.6")


def points_back(one: Thing, other: Thing, slip: bool) -> bool:
    """Is the one what the other speaks of again, by a definite noun?

    Args:
        slip: has the one number the digits of the other, but for one or in another order?
    """
    earlier, later = sorted((one, other), key=lambda thing: thing.fact.start)
    places = {thing.fact.place for thing in (one, other) if thing.fact.place != thing.home}
    if len(places - {None}) > 1:
        return False
    return (
        _refers(earlier, later, slip)
        or _told_again(earlier, later)
        or _is_described(earlier, later, slip)
    )


def _refers(earlier: Thing, later: Thing, slip: bool) -> bool:
    """`The 6.7m grant` points back to the only grant that was named before."""
    if not later.definite or not later.head:
        return False
    asked = earlier.is_asked and later.is_asked and not earlier.head  # appeals for …, the appeal
    named = not earlier.head and later.head in earlier.words
    if later.head != earlier.head and not (asked or named):
        return False
    if earlier.fact.kind == "percent" or not later.modifiers <= earlier.modifiers | earlier.words:
        return False
    if later.fact.period is not None and later.fact.period != earlier.fact.period:
        return False
    if scope(later) - scope(earlier) or scope(earlier) - scope(later) - (
        ASKED if asked else PLANNED
    ):
        return False
    timely = later.whole.timely if later.whole is not None else frozenset()
    if later.complement - earlier.around - earlier.names - later.titled - timely:
        return False
    limit = FACTOR if is_permuted(earlier.fact, later.fact) else NEAR
    return (
        slip and factor(earlier.fact, later.fact) <= limit and later.fact.kind in ("money", "count")
    )


def _told_again(earlier: Thing, later: Thing) -> bool:
    """`Nineteen vans were handed over … The 17 vans handed over today`: of nearly one size."""
    acts = earlier.verbs & later.verbs or len(earlier.words & later.words) >= MANY
    if earlier.fact.kind == "percent":  # the 67 per cent of households that skip a meal
        alike = len(earlier.around & later.around) >= MANY
        acts = acts or earlier.words & later.words if alike else frozenset()
    compound = "-" in later.fact.text  # the centre has 80 beds … the 60-bed centre
    held = earlier.modifiers or compound or earlier.names & later.names  # four in each kit
    if not acts and later.complement and (held or len(later.complement) > 1):
        said = earlier.around | earlier.names
        acts = later.complement if later.complement <= said else frozenset()
    if not acts and later.modifiers > earlier.modifiers:
        acts = later.modifiers & earlier.words  # our 13 border centres
    if not acts and later.points_back:
        acts = later.modifiers or frozenset((later.head,))
    return (
        later.definite
        and bool(acts)
        and earlier.fact.kind in ("count", "percent")
        and bool(earlier.head)
        and later.modifiers <= earlier.modifiers | earlier.words
        and earlier.modifiers <= later.modifiers | later.words
        and factor(earlier.fact, later.fact) <= _limit(later)
        and overlap(earlier.fact.period, later.fact.period)
        and (same_scope(earlier, later) or scope(later) ^ scope(earlier) <= PLANNED)
        and later.apart <= earlier.apart
    )


def _limit(later: Thing) -> Decimal:
    """`All 17 mobile clinics on the lake` are surely those that were told of before."""
    return WIDE if later.modifiers and later.complement else CLOSE


def _is_described(earlier: Thing, later: Thing, slip: bool) -> bool:
    """`The course lasts six weeks … the nine-week course`: how long the only one is, told twice."""
    return (
        later.points_back
        and earlier.fact.kind in DESCRIBING
        and later.head == earlier.head
        and later.modifiers <= earlier.modifiers | earlier.words
        and factor(earlier.fact, later.fact) <= (FACTOR if slip else NEAR)
        and earlier.period == later.period
        and same_scope(earlier, later)
        and later.apart <= earlier.apart
    )
