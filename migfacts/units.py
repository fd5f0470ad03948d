"""Units: the only import of pint, which converts and never recognises.

To load pint takes 0.4 s. What it says of the units that texts are read for stands in
und/factors.txt, which a test holds against pint; it is asked about all others.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from migfacts.kept.patterns import precompiled
from migfacts.languages import data

if TYPE_CHECKING:
    from pint import UnitRegistry

YEAR: Final = Decimal("365.25")
#: The longest name of a unit, and how names may be joined in it.
LONGEST: Final = 80
_PRODUCT: Final = precompiled(r"[^\W\d]\w*(?: \*\* \d)?(?: [*/] [^\W\d]\w*(?: \*\* \d)?)*")
#: The periods that a rate may be given by, and how many days each has.
DAYS_OF: Final = {
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "fortnight": Decimal(14),
    "month": YEAR / 12,
    "quarter": YEAR / 4,
    "year": YEAR,
    "decade": YEAR * 10,
}
#: Units that share a name in English, by that under which it is read: most writers of the field
#: mean metric tons, British ones imperial gallons and pints.
NAMESAKES: Final = {
    "fluid_ounce": ("imperial_fluid_ounce",),
    "gallon": ("imperial_gallon",),
    "pint": ("imperial_pint",),
    "quart": ("imperial_quart",),
    "ton": ("metric_ton", "long_ton"),
}
#: Digits that a conversion keeps.
DIGITS: Final = 30


#: The ten years that pint knows by no name: its own `decade` is a step of a logarithm.
_DECADE: Final = "ten_years"


class Line(NamedTuple):
    """A conversion: `value * slope + shift`. Only temperatures have a shift."""

    slope: Fraction
    shift: Fraction


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[Any]:
    from pint import UnitRegistry

    registry: UnitRegistry[Any] = UnitRegistry(
        non_int_type=Fraction, autoconvert_offset_to_baseunit=True
    )
    registry.define(f"{_DECADE} = 10 * year")
    return registry


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """A value in another unit; exact where the factor is. None if they measure different things."""
    found = line(unit, to)
    if found is None:
        return None
    result = Fraction(value) * found.slope + found.shift
    from decimal import localcontext

    with localcontext() as context:
        context.prec = DIGITS
        return Decimal(result.numerator) / Decimal(result.denominator)


@lru_cache(maxsize=1024)
def line(unit: str, to: str) -> Line | None:
    """The conversion from one unit to another, exact.

    None if pint does not know one of them, if they measure different things, or if no straight
    line leads from one to the other, as with decibels.
    """
    known = _factors()
    if unit not in known or to not in known:
        return asked(unit, to)
    (root, slope, shift), (other, steps, start) = map(str.split, (known[unit], known[to]), ";;")
    if root != other or root.isspace():
        return None
    return Line(
        Fraction(slope) / Fraction(steps), (Fraction(shift) - Fraction(start)) / Fraction(steps)
    )


@lru_cache(maxsize=1)
def _factors() -> dict[str, str]:
    """Unit -> `root ; slope ; shift`, of the line that leads to the root unit."""
    lines = (line.partition(" ;") for line in data.lines("und", "factors"))
    return {unit: rest for unit, _, rest in lines}


def asked(unit: str, to: str) -> Line | None:
    """The same, as pint says it."""
    from pint.errors import PintError

    registry = _registry()
    unit, to = (_DECADE if each == "decade" else each for each in (unit, to))
    try:
        # To pint, bits and degrees of an arc are both without dimension.
        if registry.get_root_units(unit)[1] != registry.get_root_units(to)[1]:
            return None
        zero, one, two = (
            Fraction(registry.Quantity(Fraction(at), unit).to(to).magnitude) for at in range(3)
        )
    except (PintError, AttributeError, TypeError, ValueError, AssertionError, ZeroDivisionError):
        return None
    return Line(one - zero, zero) if two - one == one - zero else None


def named(unit: str) -> tuple[str, str] | None:
    """A unit as pint prints it, and its dimension: `[length] / [time]`; None if there is none such.

    What is no product of names, each with a small power, is not asked about: pint reckons what it
    is given, and a power of a power takes for ever.
    """
    if len(unit) > LONGEST or _PRODUCT.fullmatch(unit) is None:
        return None
    from pint.errors import PintError

    try:
        found = _printing().parse_units(unit)
    except (PintError, AttributeError, TypeError, ValueError, AssertionError, ArithmeticError):
        return None
    return str(found), "" if found.dimensionless else str(found.dimensionality)


@lru_cache(maxsize=1)
def _printing() -> UnitRegistry[Any]:
    """A registry that prints its units, which one of fractions cannot where they have powers."""
    from pint import UnitRegistry

    return UnitRegistry()
