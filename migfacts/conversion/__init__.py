"""Conversion of facts into other units and currencies.

The number changes and its unit; text and offsets say what was written, and stay. Where the factor
is exact, so is every digit; where it has no end (kilometres in miles), twelve digits are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

import msgspec

from migfacts import units
from migfacts.conversion import degrees
from migfacts.conversion.rates import Rates
from migfacts.fact import Fact
from migfacts.languages import naming
from migfacts.query import interval

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


class _Way(NamedTuple):
    """Leads to a unit: `carry` a value, `stretch` a difference of values."""

    unit: str
    carry: Callable[[Decimal], Decimal]
    stretch: Callable[[Decimal], Decimal]
    has_shift: bool


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
        self._measures: dict[str, _Way | None] = {}
        self._moneys: dict[tuple[str, str | None], _Way | None] = {}

    def of(self, fact: Fact) -> Fact:
        """The fact converted; the same fact if nothing converts it."""
        way = self._way(fact)
        if way is None:
            return fact
        carry = way.carry
        if way.has_shift:
            is_difference = degrees.is_difference(fact, self._lang)
            if is_difference is None:
                return fact
            carry = way.stretch if is_difference else carry
        numbers = {
            name: carry(value)
            for name in ("value", "low", "high")
            if (value := getattr(fact, name)) is not None
        }
        if fact.precision is not None:  # a difference, which nothing shifts
            numbers["precision"] = way.stretch(fact.precision)
        return msgspec.structs.replace(fact, unit=way.unit, **numbers)

    def kept(self, fact: Fact) -> str | None:
        """Why a fact that was given by `of` is not in the unit that was asked for; else None."""
        if fact.kind == "money":
            if self._currency is None or fact.unit == self._currency:
                return None
            if fact.unit is None:
                return "no currency is known"
            is_early = self._rates.has(fact.unit, self._currency)
            return f"no rate for {fact.unit}" + (f" as early as {fact.period}" if is_early else "")
        has_way = self._way(fact) is not None
        return "a temperature, or a difference of temperatures" if has_way else None

    def _way(self, fact: Fact) -> _Way | None:
        """The way to the target that measures the same; None if there is none, or it is there."""
        if fact.unit is None:
            return None
        if fact.kind == "money":
            money = (fact.unit, fact.period)
            if money not in self._moneys:
                self._moneys[money] = self._exchange(*money)
            return self._moneys[money]
        if fact.kind not in MEASURED:
            return None
        if fact.unit not in self._measures:
            self._measures[fact.unit] = self._measure(fact.unit)
        return self._measures[fact.unit]

    def _exchange(self, unit: str, period: str | None) -> _Way | None:
        """By the rate in force at the end of the period; by the latest where that is unknown."""
        if self._currency is None or unit == self._currency:
            return None
        last = interval(period)[1] if period is not None else None
        factor = self._rates.factor(unit, self._currency, last)
        return None if factor is None else _way(self._currency, units.Line(factor, Fraction(0)))

    def _measure(self, unit: str) -> _Way | None:
        if unit in self._units:
            return None
        lines = ((to, units.line(unit, to)) for to in self._units)
        return next((_way(to, line) for to, line in lines if line is not None), None)


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


def _way(unit: str, line: units.Line) -> _Way:
    return _Way(unit, _along(line), _along(line._replace(shift=Fraction(0))), line.shift != 0)


def _along(line: units.Line) -> Callable[[Decimal], Decimal]:
    """What carries a value along a line, in plain digits."""
    slope, shift = line
    divisor = Decimal(slope.denominator * shift.denominator)
    factor = Decimal(slope.numerator * shift.denominator)
    plus = Decimal(shift.numerator * slope.denominator)
    return partial(_carried, factor, plus, divisor, _ends(slope) and _ends(shift))


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
