"""A rate times a number that does not make the total.

What: so much for each of so many and a total; so much a month for some months; an average per day
    over a year; a monthly and a yearly rate.
Why: the number of households or the rate was updated, and the total was not.

Examples:
    USD 50 per household was paid to 1,200 households, USD 72,000 in total. -> 60,000
    Rent is USD 150 a month, or USD 1,600 a year. -> 1,800
    Volunteers counted 4,380 deaths in 2023, an average of 20 a day. -> 7,300
Not matched:
    USD 50 per household was paid to 1,200 households, USD 60,000 in total.
    Rent is USD 150 a month and a permit USD 150 a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.checks.times import days, length_in_days, rate_days
from migfacts.compare import HALF, Interval, agree, interval, sharp
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.relation import Relation
from migfacts.units import YEAR

CODE: Final = "product-mismatch"
#: Two rates are rounded, and months are not of one length.
LOOSE: Final = Decimal("0.03")
#: Of how many hours or days a wage may be: the fewest and the most that are worked.
WORKED: Final = {
    "hour": {"day": (6, 24), "week": (30, 168), "month": (120, 744)},
    "day": {"week": (5, 7), "month": (20, 31), "year": (220, 366)},
}

#: Beyond this factor nothing is one total, but for a zero or a scale that is mistyped.
FAR: Final = 8
STEPS: Final = tuple(Decimal(10) ** zeros for zeros in (1, 2, 3, 6))
CLOSE: Final = Decimal("0.1")
WEEK: Final = 7
#: Between the two years that a year of accounts or of school lies in.
SLASH: Final = "/"
#: On what share of all days an office is open: on five a week but for holidays, or on six.
OPEN: Final = (Decimal("0.6"), Decimal("0.87"))


def check(evidence: Evidence) -> Iterator[Finding]:
    """The products that do not come out."""
    for relation in evidence.relations:
        if relation.kind != "product":
            continue
        if relation.how == "rates":
            found = _rates(*relation.roles["rate"])
        elif relation.how in ("average", "worked"):
            found = _average(relation)
        else:
            found = _product(relation)
        if found is not None:
            yield found


def _product(relation: Relation) -> Finding | None:
    rate, total = relation.one("rate"), relation.one("total")
    counts = relation.roles.get("number", [])
    said = interval(total) if total is not None else None
    if rate is None or total is None or said is None or not counts:
        return None
    made, real = Interval(Decimal(1), Decimal(1)), Decimal(1)
    for fact in (rate, *counts):
        one = _loose(fact)
        if one is None or fact.value is None:
            return None
        made, real = made.times(one), real * fact.value
    if agree(made, said) or _is_far(real, total):
        return None
    shown = number(real)
    numbers = " x ".join(number(fact.value or Decimal(0)) for fact in (rate, *counts))
    message = (
        f"{written(total)}, but {' times '.join(map(written, (rate, *counts)))} "
        f"is {shown}{_unit(rate)} ({numbers})"
    )
    places = [(rate, "rate"), *((fact, "number") for fact in counts)]
    return finding(CODE, message, total, places, expected=shown)


def _is_far(real: Decimal, total: Fact) -> bool:
    """Is the product so much more or less that the total is one of something else?

    It may be ten, a hundred or a thousand times as much: a zero or a scale is soon mistyped.
    """
    said = total.value or Decimal(0)
    if not said or not real:
        return True
    times = max(said / real, real / said)
    return times > FAR and not any(abs(times / step - 1) <= CLOSE for step in STEPS)


def _unit(rate: Fact) -> str:
    """The unit of a measure or a time, which its total may have another of."""
    return f" {rate.unit_text}" if rate.kind in ("measure", "duration") else ""


def _loose(fact: Fact) -> Interval | None:
    """What is written in full is exact; an average is not."""
    if fact.statistic != "average":
        return sharp(fact)
    if fact.value is None or fact.bound != "exact":
        return interval(fact)
    half = (fact.precision or Decimal(1)) * HALF
    return Interval(fact.value - half, fact.value + half)


def _rates(one: Fact, other: Fact) -> Finding | None:
    first, second = rate_days(one.per), rate_days(other.per)
    here, there = interval(one), interval(other)
    if first is None or second is None or here is None or there is None or one.value is None:
        return None
    factor = second / first
    if agree(here.scaled(factor).widened(LOOSE), there.widened(LOOSE)):
        return None
    if one.kind == "money" and _is_wage(one, other, here, there):
        return None
    real = number(round(one.value * factor, 2))
    message = f"{written(other)} is given for {written(one)}, which is {real} a {other.per}"
    return finding(CODE, message, other, [(one, "the same rate")], expected=f"{real} a {other.per}")


def _is_wage(one: Fact, other: Fact, here: Interval, there: Interval) -> bool:
    """`USD 12 a day or USD 60 a week`: for as many days as are worked?"""
    shorter, longer = (one, other) if one.per in WORKED else (other, one)
    short, long = (here, there) if shorter is one else (there, here)
    worked = WORKED.get(shorter.per or "", {}).get(longer.per or "")
    if worked is None or short.low is None or short.high is None:
        return False
    return agree(Interval(short.low * worked[0], short.high * worked[1]), long)


def _average(relation: Relation) -> Finding | None:
    rate, time, total = (relation.one(role) for role in ("rate", "number", "total"))
    if rate is None or time is None or total is None:
        return None
    span = days(time.period) if time.kind == "date" else length_in_days(time)
    if time.kind == "date" and SLASH in time.text:
        span = YEAR  # in 2022/23, a year that begins in another
    unit = rate_days(rate.per)
    one, all_ = _loose_rate(rate), interval(total)
    if span is None or unit is None or one is None or all_ is None or total.value is None:
        return None
    periods = span / unit
    if periods <= 1 or agree(one.scaled(periods), all_.widened(LOOSE)):
        return None
    if relation.how == "worked" and rate.per == "day" and span >= WEEK:
        fewest, most = (share * periods for share in OPEN)
        if agree(Interval(_end(one.low, fewest), _end(one.high, most)), all_):
            return None  # 5,200 visitors in 2023, an average of 20 a day
    real = number(round(total.value / periods, 1))
    message = (
        f"{written(rate)}, but {written(total)} in {written(time)} is {real} a {rate.per} "
        f"({number(total.value)} / {number(round(periods, 1))})"
    )
    places = [(total, "total"), (time, "time")]
    if time.start == rate.start:
        places.pop()  # `the year`, which is no fact of its own
    return finding(CODE, message, rate, places, expected=real)


def _end(value: Decimal | None, times: Decimal) -> Decimal | None:
    return None if value is None else value * times


def _loose_rate(rate: Fact) -> Interval | None:
    found = interval(rate)
    if found is None or rate.value is None:
        return found
    half = (rate.precision or Decimal(1)) * HALF
    return Interval(
        None if found.low is None else min(found.low, rate.value - half),
        None if found.high is None else max(found.high, rate.value + half),
    )
