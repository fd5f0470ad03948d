"""One quantity in two units, currencies or notations that are not the same.

What: a quantity with its equivalent beside it: kilometres and miles, degrees, currencies at the
    rate that the text gives, a ratio and a percentage, a number in words and in digits.
Why: one of the two was changed, or converted with a wrong factor.

Examples:
    The camp is 50 miles (60 km) from the border. -> 80.47
    We hired fifteen (51) guards. -> 15
    One in four (35 per cent) said so. -> 25
Not matched:
    The camp is 50 miles (80 km) from the border.
    Each got USD 50 (EUR 46).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.checks.share_mismatch import MOST, percentage
from migfacts.compare import HALF, Interval, agree, digits, interval, sharp
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.relation import Relation
from migfacts.units import NAMESAKES, convert

CODE: Final = "conversion-mismatch"
#: A share that is so many times the ratio beside it is of something else.
MOST_OFF: Final = 4
#: From this on a number is written more closely than to a fifth of it: 3,000 metres.
LARGE: Final = 100
#: How loosely writers round what they convert.
LOOSE: Final = Decimal("0.025")


def check(evidence: Evidence) -> Iterator[Finding]:
    """The equivalents that are none."""
    for relation in evidence.relations:
        one, other = relation.one("one"), relation.one("other")
        if relation.kind != "equivalent" or one is None or other is None:
            continue
        real = _real(relation, one, other)
        if real is not None:
            message = f"{written(other)} is given for {written(one)}, which is {real}"
            yield finding(CODE, message, other, [(one, "the same quantity")], expected=real)


def _real(relation: Relation, one: Fact, other: Fact) -> str | None:
    """What the second should say; None if it is right, or cannot be judged."""
    if one.kind == "money":
        return _money(relation, one, other)
    if one.kind == other.kind and one.kind in ("count", "number", "percent"):
        unit = " per cent" if one.kind == "percent" else ""
        return None if one.value == other.value else f"{number(one.value or Decimal(0))}{unit}"
    if "ratio" in (one.kind, other.kind):
        if one.change is not None or other.change is not None:
            return None
        first, second = percentage(one), percentage(other)
        if first is None or second is None or agree(first, second) or _is_far(one, other):
            return None
        factor = Decimal(100 if one.kind == "ratio" else 1)
        return f"{number(round((one.value or Decimal(0)) * factor, 1))} per cent"
    return _measure(relation, one, other)


def _is_far(one: Fact, other: Fact) -> bool:
    """`84 from the Union and a non-EU one in 51 (17%)`: so far off, it is no ratio at all."""
    ratio, share = (one, other) if one.kind == "ratio" else (other, one)
    told, said = (ratio.value or Decimal(0)) * 100, share.value or Decimal(0)
    return told * MOST_OFF < said


def _measure(relation: Relation, one: Fact, other: Fact) -> str | None:
    if one.unit is None or other.unit is None or one.value is None:
        return None
    difference = relation.how == "difference"
    said, allowed = _wide(one), _wide(other)
    if allowed is None or _converted(said, one.unit, other.unit, difference=difference) is None:
        return None
    if not _is_temperature(one.unit):
        allowed = allowed.widened(LOOSE)
    for unit, to in product(_named(one.unit), _named(other.unit)):
        converted = _converted(said, unit, to, difference=difference)
        if converted is not None and not _is_temperature(unit):
            converted = converted.widened(LOOSE)
        if converted is not None and agree(converted, allowed):
            return None
    exact = _converted(Interval(one.value, one.value), one.unit, other.unit, difference=difference)
    value = exact.low if exact is not None else None
    return None if value is None else f"{number(round(value, 2))} {other.unit_text or other.unit}"


def _named(unit: str) -> tuple[str, ...]:
    """The units that may be meant by the name: `75 tons` are short, metric or long ones."""
    return (unit, *NAMESAKES.get(unit, ()))


def _wide(fact: Fact) -> Interval | None:
    """The interval at the written precision, with a wider cap for small numbers, and its bound.

    What is `more than 72 hours` is as much in days.
    """
    found = interval(fact)
    if found is None or fact.value is None:
        return found
    if abs(fact.value) >= LARGE:
        return found
    slack = (fact.precision or Decimal(0)) * HALF
    if not _is_temperature(fact.unit or ""):
        slack = min(slack, abs(fact.value) * MOST)
    low = fact.value if found.low is None else found.low
    high = fact.value if found.high is None else found.high
    return Interval(min(low, fact.value - slack), max(high, fact.value + slack))


def _is_temperature(unit: str) -> bool:
    return convert(Decimal(0), unit, "kelvin") not in (None, Decimal(0))


def _converted(values: Interval | None, unit: str, to: str, *, difference: bool) -> Interval | None:
    if values is None:
        return None
    zero = convert(Decimal(0), unit, to) if difference else Decimal(0)
    ends: list[Decimal | None] = []
    for end in values:
        turned = None if end is None else convert(end, unit, to)
        if zero is None or (end is not None and turned is None):
            return None
        ends.append(None if turned is None else turned - zero)
    return Interval(*ends)


def _money(relation: Relation, one: Fact, other: Fact) -> str | None:
    rate = relation.roles.get("rate")
    if one.unit == other.unit:
        said, again = interval(one), interval(other)
        return None if said is None or again is None or agree(said, again) else written(one)
    if rate is None or one.value is None or other.value is None:
        return None
    first, second = rate if rate[0].unit == one.unit else rate[::-1]
    source, target, start, end = *map(sharp, (first, second, one)), interval(other)
    if one.bound == "exact" and len(digits(one.value)) < len(digits(other.value)):
        start = Interval(one.value, one.value)  # who knew of more than EUR 5 million had said so
    if source is None or target is None or start is None or end is None or not first.value:
        return None
    if agree(start.times(target.over(source)).widened(LOOSE), end):
        return None
    real = one.value * (second.value or Decimal(0)) / first.value
    shown = number(round(real, 2))
    return f"{other.unit} {shown}" if other.unit is not None else f"{shown} {other.unit_text}"
