"""Conversion of facts into other units and currencies.

The number changes and its unit; text and offsets say what was written, and stay. Where the factor
is exact, so is every digit; where it has no end (kilometres in miles), twelve digits are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final, NamedTuple

import msgspec

from migfacts import degrees, units
from migfacts.fact import NUMBERS, Fact
from migfacts.languages import naming
from migfacts.query import interval
from migfacts.rates import Rates

MEASURED: Final = frozenset(("measure", "duration", "age"))
#: What a conversion keeps where the factor has no end.
DIGITS: Final = 12
#: A factor with more digits than this counts as one without end, such as 1 byte in tebibytes.
_MOST_DIGITS: Final = 15
_EXACT: Final = Context(prec=200, Emax=9999, Emin=-9999)
_ROUNDED: Final = Context(prec=DIGITS, Emax=9999, Emin=-9999)


class Target(NamedTuple):
    """A unit to convert to, or the code of a currency."""

    unit: str
    is_currency: bool


def target(wording: str, lang: str) -> Target:
    """The unit or currency that a wording means. ValueError if it is none, or none converts."""
    unit = naming.meaning(wording, naming.units(lang))
    if unit is not None and units.line(unit, unit) is not None:
        return Target(unit, is_currency=False)
    code = naming.meaning(wording, naming.currencies(lang))
    if code is not None:
        return Target(code, is_currency=True)
    if unit is not None:
        raise ValueError(f"no factor leads to {wording!r}; choose another unit")
    raise ValueError(f"unknown unit {wording!r}; {_close(wording, lang)}")


def _close(wording: str, lang: str) -> str:
    from difflib import get_close_matches

    known: dict[str, str] = {}
    for each in (*naming.units(lang), *naming.currencies(lang)):
        known.setdefault(each.lower(), each)
    close = get_close_matches(" ".join(wording.lower().split()), known, n=1, cutoff=0.7)
    return f"did you mean {known[close[0]]!r}?" if close else "write it as km, celsius or EUR"


class Conversion:
    """Converts facts to the targets that measure the same; a currency by the rates that are given.

    ValueError if two targets measure the same, or rates and currencies do not come together.
    """

    def __init__(
        self, targets: Sequence[Target], rates: Rates | None = None, *, lang: str = "en"
    ) -> None:
        self._units = tuple(dict.fromkeys(each.unit for each in targets if not each.is_currency))
        money = tuple(dict.fromkeys(each.unit for each in targets if each.is_currency))
        _check(self._units, money, rates)
        self._currency = money[0] if money else None
        self._rates = rates or Rates("")
        self._lang = lang
        self._lines: dict[str, tuple[str, units.Line] | None] = {}

    def of(self, fact: Fact) -> Fact:
        """The fact converted; the same fact if nothing converts it."""
        if fact.kind == "money":
            factor = self._factor(fact)
            if factor is None or self._currency is None:
                return fact
            return _converted(fact, self._currency, units.Line(factor, Fraction(0)))
        found = self._line(fact.unit) if fact.kind in MEASURED and fact.unit is not None else None
        if found is None:
            return fact
        unit, line = found
        if line.shift:
            is_difference = degrees.is_difference(fact, self._lang)
            if is_difference is None:
                return fact
            line = line._replace(shift=Fraction(0)) if is_difference else line
        return _converted(fact, unit, line)

    def kept(self, fact: Fact) -> str | None:
        """Why a fact that was given by `of` is not in the unit that was asked for; else None."""
        if fact.kind == "money":
            if self._currency is None or fact.unit == self._currency:
                return None
            if fact.unit is None:
                return "no currency is known"
            is_early = self._rates.has(fact.unit, self._currency)
            return f"no rate for {fact.unit}" + (f" as early as {fact.period}" if is_early else "")
        found = self._line(fact.unit) if fact.kind in MEASURED and fact.unit is not None else None
        return "a temperature, or a difference of temperatures" if found is not None else None

    def _factor(self, fact: Fact) -> Fraction | None:
        """The rate in force at the end of the fact's period; the latest where that is unknown."""
        if fact.unit is None or self._currency is None or fact.unit == self._currency:
            return None
        last = interval(fact.period)[1] if fact.period is not None else None
        return self._rates.factor(fact.unit, self._currency, last)

    def _line(self, unit: str) -> tuple[str, units.Line] | None:
        """The target that measures what a unit does, and the way there; None in the unit itself."""
        if unit in self._units:
            return None
        if unit not in self._lines:
            ways = ((each, units.line(unit, each)) for each in self._units)
            self._lines[unit] = next(((to, way) for to, way in ways if way is not None), None)
        return self._lines[unit]


def _check(targets: Sequence[str], money: Sequence[str], rates: Rates | None) -> None:
    for at, one in enumerate(targets):
        for other in targets[:at]:
            if units.line(one, other) is not None:
                raise ValueError(f"{other} and {one} measure the same; name one of them")
    if len(money) > 1:
        raise ValueError(f"{money[0]} and {money[1]} are both currencies; name one of them")
    if money and rates is None:
        raise ValueError(f"{money[0]} needs rates of exchange; add --rates FILE")
    if rates is not None and not money:
        raise ValueError("no currency is named to convert to by --rates; add --to EUR")


def _converted(fact: Fact, unit: str, line: units.Line) -> Fact:
    """The fact in another unit; its precision is a difference, which no shift changes."""
    slope = line._replace(shift=Fraction(0))
    numbers = {
        name: _along(slope if name == "precision" else line)(value)
        for name in NUMBERS
        if (value := getattr(fact, name)) is not None
    }
    return msgspec.structs.replace(fact, unit=unit, **numbers)


@lru_cache(maxsize=4096)
def _along(line: units.Line) -> Callable[[Decimal], Decimal]:
    """What carries a value along a line, in plain digits."""
    slope, shift = line
    divisor = Decimal(slope.denominator * shift.denominator)
    factor = Decimal(slope.numerator * shift.denominator)
    plus = Decimal(shift.numerator * slope.denominator)
    is_exact = _ends(slope) and _ends(shift)
    return partial(_carried, factor, plus, divisor, is_exact)


def _carried(
    factor: Decimal, plus: Decimal, divisor: Decimal, is_exact: bool, value: Decimal
) -> Decimal:
    found = _EXACT.divide(_EXACT.fma(value, factor, plus), divisor)
    found = (found if is_exact else _ROUNDED.plus(found)).normalize(_EXACT)
    # 8.5E+3 would be written with its exponent.
    return (
        found.quantize(Decimal(1), context=_EXACT) if found == found.to_integral_value() else found
    )


def _ends(number: Fraction) -> bool:
    """Has it an end as a decimal, and one within reach?"""
    shown = Decimal(number.numerator) / Decimal(number.denominator)
    return Fraction(shown) == number and len(shown.normalize().as_tuple().digits) <= _MOST_DIGITS
