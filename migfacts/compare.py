"""Comparison of numbers as intervals, at the precision in which they were written.

Half the last place either way, at most 5 per cent of the value; `approx` at least 10 per cent; a
ratio in words 2.5 points; open bounds open.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from migfacts.fact import Fact

HUNDRED: Final = Decimal(100)
HALF: Final = Decimal("0.5")
ZERO: Final = Decimal(0)
#: One in fifty pairs of rounded values is further off than their slacks as squares times this.
SURE: Final = Decimal("1.2")
MOST: Final = Decimal("0.05")
APPROX: Final = Decimal("0.1")
SHARP: Final = 4
POINTS: Final = Decimal("0.025")
INFINITE: Final = Decimal("Infinity")


class Interval(NamedTuple):
    """From `low` to `high`, both included; None where it is open."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: object) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(_add(self.low, other.low), _add(self.high, other.high))

    def minus(self, other: Interval) -> Interval:
        """The differences of a value here and one there."""
        return Interval(
            None if self.low is None or other.high is None else self.low - other.high,
            None if self.high is None or other.low is None else self.high - other.low,
        )

    def times(self, other: Interval) -> Interval:
        """The products; only of values that are not negative."""
        low = None if self.low is None or other.low is None else self.low * other.low
        high = None if self.high is None or other.high is None else self.high * other.high
        return Interval(low, high)

    def over(self, other: Interval) -> Interval:
        """The quotients; only of positive values.

        Two values are hardly rounded as far as they can be, and apart from each other at that: of
        `from 12,000 to 15,000` their slacks add up as squares do, and a little more is allowed.
        """
        low = None if self.low is None or not other.high else self.low / other.high
        high = None if self.high is None or not other.low else self.high / other.low
        if low is None or high is None or not (self.middle and other.middle):
            return Interval(low, high)
        slack = (self.relative**2 + other.relative**2).sqrt() * SURE
        middle = self.middle / other.middle
        return Interval(max(low, middle * (1 - slack)), min(high, middle * (1 + slack)))

    @property
    def middle(self) -> Decimal | None:
        """The value half way between the ends."""
        return None if self.low is None or self.high is None else (self.low + self.high) * HALF

    @property
    def relative(self) -> Decimal:
        """How far the ends are from the middle, as a share of it."""
        if self.low is None or self.high is None or not self.middle:
            return ZERO
        return (self.high - self.low) * HALF / self.middle

    def scaled(self, factor: Decimal) -> Interval:
        """The interval times a positive number."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )

    def widened(self, share: Decimal) -> Interval:
        """The interval, each end further out by a share of itself."""
        return Interval(
            None if self.low is None else self.low - abs(self.low) * share,
            None if self.high is None else self.high + abs(self.high) * share,
        )


def _add(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def agree(one: Interval, other: Interval) -> bool:
    """Can one value lie in both? Ends that only touch, as of 171 and 172, are of two numbers."""
    below, above = _gap(one, other), _gap(other, one)
    if below is None and above is None:
        return True
    widest = max(gap for gap in (below, above) if gap is not None)
    return widest < 0 or (widest == 0 and not (_is_wide(one) and _is_wide(other)))


def _gap(one: Interval, other: Interval) -> Decimal | None:
    """How far the first ends before the second begins; None where one of these is open."""
    return None if one.high is None or other.low is None else other.low - one.high


def _is_wide(values: Interval) -> bool:
    return values.low is not None and values.high is not None and values.low < values.high


def interval(fact: Fact) -> Interval | None:
    """The values that a fact allows; None if it has none."""
    if fact.value is None:
        return _of_range(fact)
    value = fact.value
    if fact.low is not None and fact.high is not None:
        return Interval(fact.low, fact.high)
    if fact.bound in ("at_least", "more_than"):
        return Interval(value, None)
    if fact.bound in ("at_most", "less_than"):
        return Interval(None, value)
    slack = _slack(fact, value)
    if fact.bound == "approx":
        slack = max(slack, abs(value) * (APPROX if _is_round(value) else MOST))
    return Interval(value - slack, value + slack)


def _is_round(value: Decimal) -> bool:
    """Has it at most two digits that count? `Some 281 million` is meant closer than `some 300`."""
    return len(value.normalize().as_tuple().digits) <= 2


def _of_range(fact: Fact) -> Interval | None:
    if fact.low is None and fact.high is None:
        return None
    half = (fact.precision or Decimal(0)) * HALF
    low, high = fact.low, fact.high
    if fact.bound == "approx" or (low is not None and high is not None and low > high):
        return None
    return Interval(
        None if low is None else low - min(half, abs(low) * MOST),
        None if high is None else high + min(half, abs(high) * MOST),
    )


def _slack(fact: Fact, value: Decimal) -> Decimal:
    if fact.kind == "ratio":
        return POINTS if value < 1 else value * MOST
    return min((fact.precision or Decimal(0)) * HALF, abs(value) * MOST)


def as_percent(ratio: Fact) -> Fact:
    """A ratio as the percentage that it is: `one in four` as 25 per cent."""
    value, low, high = (None if number is None else number * HUNDRED
                        for number in (ratio.value, ratio.low, ratio.high))  # fmt: skip
    return msgspec.structs.replace(
        ratio, kind="percent", unit="percent", value=value, low=low, high=high
    )


def as_written(fact: Fact) -> Interval | None:
    """The same without what `about` adds to the precision in which the number is written."""
    if fact.bound != "approx" or fact.value is None:
        return interval(fact)
    slack = _slack(fact, fact.value)
    return Interval(fact.value - slack, fact.value + slack)


def sharp(fact: Fact) -> Interval | None:
    """The same for sums: what is written in full is exact."""
    told = fact.bound == "exact" or (fact.bound == "approx" and _is_sharp(fact.value))
    if fact.value is not None and told and in_full(fact):
        return Interval(fact.value, fact.value)
    return interval(fact)


def _is_sharp(value: Decimal | None) -> bool:
    """Has it four digits that count? `Some 38,450` is no round number, whatever stands before."""
    return value is not None and len(digits(value)) >= SHARP


def in_full(fact: Fact) -> bool:
    """Is the number written with all its digits, or in words, not as `1.3 million`?"""
    value = fact.value
    if value is None or (fact.kind != "money" and value != value.to_integral_value()):
        return False  # what is told in decimals was rounded
    plain = format(value.normalize(), "f")
    if plain in fact.text or f"{value:,f}" in fact.text or format(value, "f") in fact.text:
        return True
    digits = "".join(char for char in fact.text if char.isdigit())
    return digits == plain or (not digits and value < 1000)


def factor(one: Fact, other: Fact) -> Decimal:
    """How many times the one value is the other; infinite where one is unknown or nought."""
    first, second = one.value or one.low, other.value or other.low
    if not first or not second:
        return INFINITE
    first, second = abs(first), abs(second)
    return first / second if first > second else second / first


def is_slip(one: Fact, other: Fact) -> bool:
    """Do two numbers look like one, mistyped: `7.6` and `6.7`, `171` and `172`?"""
    if one.value is None or other.value is None or one.value == other.value:
        return False
    first, second = digits(one.value), digits(other.value)
    if first == second:
        return len(first) > 1 or one.value * other.value > 0
    if one.value.adjusted() != other.value.adjusted() or len(first) < 2 > len(second):
        return False
    first, second = _aligned(one.value, other.value)
    if len(first) != len(second):
        return False  # of more digits than are kept
    if sorted(first) == sorted(second):
        return True
    return len(first) >= 3 and sum(a != b for a, b in zip(first, second, strict=True)) == 1


def is_permuted(one: Fact, other: Fact) -> bool:
    """Have two numbers the same digits in another order?"""
    if one.value is None or other.value is None:
        return False
    return in_disorder(one.value, other.value)


def in_disorder(first: Decimal, second: Decimal) -> bool:
    """The same of two values."""
    if digits(first) == digits(second):
        return True
    if first.adjusted() != second.adjusted():
        return False  # of another length, and a nought that leads does not count
    here, there = _aligned(first, second)
    return sorted(here) == sorted(there)


@lru_cache(maxsize=1 << 14)
def _aligned(one: Decimal, other: Decimal) -> tuple[str, str]:
    """The digits of two numbers down to the last place that counts: `770` and `707` thousand."""
    last = min(value.normalize().as_tuple().exponent for value in (one, other))
    first, second = (format(abs(value).scaleb(-int(last)), ".0f") for value in (one, other))
    return first, second


@lru_cache(maxsize=1 << 14)
def digits(value: Decimal) -> str:
    """The significant digits of a number."""
    return "".join(map(str, value.normalize().as_tuple().digits))
