"""A rise or fall that its two values do not give.

What: a change from one value to another, with a direction, a difference, a percentage or a factor.
Why: one of the values was updated, or the verb was not.

Examples:
    Arrivals increased from 23,400 in 2022 to 19,800 in 2023. -> -3,600
    Arrivals have doubled, from 300 in 2019 to 420 in 2023. -> 1.4
    The rate rose from 46 to 58 per cent, a gain of 22 percentage points. -> 12
Not matched:
    Arrivals increased from 19,800 in 2022 to 23,400 in 2023.
    Arrivals have almost doubled, from 300 in 2019 to 570 in 2023.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from migfacts.checks.evidence import Evidence, finding, middle, number, written
from migfacts.compare import Interval, agree, interval
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation

CODE: Final = "change-mismatch"
HUNDRED: Final = Decimal(100)
ONE: Final = Interval(Decimal(1), Decimal(1))
AMOUNTS: Final = frozenset(("count", "number", "money"))
#: An ISO 4217 code, as what a rate of exchange is by.
_CODE: Final = precompiled("[A-Z]{3}")
#: `Doubled` is said of what grew by about that.
FACTOR: Final = Decimal("0.1")
NEARLY: Final = Decimal("0.15")


def check(evidence: Evidence) -> Iterator[Finding]:
    """The changes that do not come out."""
    for relation in evidence.relations:
        if relation.kind == "change":
            found = _judged(relation)
            if found is not None:
                yield found


def _judged(relation: Relation) -> Finding | None:
    start, end = relation.one("from"), relation.one("to")
    if start is None or end is None:
        return None
    old, new = _alike_precise(start, end), _alike_precise(end, start)
    if old is None or new is None:
        return None
    if _opposite(relation, old, new):
        return _wrong_way(relation, start, end)
    if relation.how == "comparison":
        return None
    by = _unsigned(relation.one("by"))
    if by is None or by.value is None or not _positive(old) or not _positive(new):
        return None
    allowed = _allowed(relation, by, old, new)
    said = _said(by)
    if relation.how == "factor" and by.bound == "more_than" and by.value < 1:
        said = Interval(None, by.value)  # more than halved: to less than half
    if said is None or not allowed or any(agree(each, said) for each in allowed):
        return None
    exact = _allowed(relation, by, _point(start, old), _point(end, new))
    return _wrong_size(start, end, by, exact[0], relation.how)


def _unsigned(by: Fact | None) -> Fact | None:
    """`Down from 2,240 (-17 per cent)`: a fall by 17 per cent."""
    if by is None or by.value is None or by.value >= 0:
        return by
    return msgspec.structs.replace(by, value=-by.value, low=None, high=None, change="down")


def _point(fact: Fact, around: Interval) -> Interval:
    """The value as it is written, for the message; the interval where there is none."""
    return around if fact.value is None else Interval(fact.value, fact.value)


def _alike_precise(fact: Fact, other: Fact) -> Interval | None:
    """The interval of a value at the finer precision of both: of 24,000 and 30,000 at thousands.

    Two amounts to the last unit are what they are: from 61 to 74 it is 13, and not 12.
    """
    if _is_to_the_unit(fact) and _is_to_the_unit(other):
        return None if fact.value is None else Interval(fact.value, fact.value)
    if fact.precision is not None and other.precision is not None and fact.bound == "exact":
        fact = msgspec.structs.replace(fact, precision=min(fact.precision, other.precision))
    return interval(fact)


def _is_to_the_unit(fact: Fact) -> bool:
    return fact.kind in AMOUNTS and fact.precision == 1 and fact.bound == "exact"


def _opposite(relation: Relation, old: Interval, new: Interval) -> bool:
    """Does it go the other way? A currency that falls is more: `1,580 per dollar`."""
    if any(_CODE.fullmatch(fact.per or "") for fact in relation.facts()):
        return False
    if relation.direction == "up":
        return new.high is not None and old.low is not None and new.high < old.low
    if relation.direction == "down":
        return old.high is not None and new.low is not None and old.high < new.low
    return False


def _positive(values: Interval) -> bool:
    return values.low is not None and values.low > 0


def _said(by: Fact) -> Interval | None:
    said = interval(by)
    if said is None or by.value is None:
        return None
    if _is_to_the_unit(by):
        return Interval(by.value, by.value)
    if by.kind == "percent":
        last = by.precision or Decimal(1)
        return Interval(
            None if said.low is None else min(said.low, by.value - last),
            None if said.high is None else max(said.high, by.value + last),
        )
    if by.kind == "ratio" and by.value >= 1:
        slack = 0 if by.bound == "more_than" else FACTOR  # of doubled, not of more than doubled
        slack = NEARLY if by.bound == "approx" else slack
        return Interval(
            None if said.low is None else by.value * (1 - slack),
            None if said.high is None else by.value * (1 + FACTOR),
        )
    return said


def _allowed(relation: Relation, by: Fact, old: Interval, new: Interval) -> list[Interval]:
    """What the change may rightly be called, the likeliest first."""
    grown = new.over(old)
    shrunk = old.over(new)
    fell = new.high is not None and old.low is not None and new.high < old.low
    untold = relation.direction is None and by.change is None
    falls = relation.direction == "down" or by.change == "down" or (untold and fell)
    relative = ONE.minus(grown) if falls else grown.minus(ONE)
    difference = old.minus(new) if falls else new.minus(old)
    if relation.direction is None and difference.high is not None and difference.high <= 0:
        difference = old.minus(new)
    if by.unit == "percentage_point":
        return [difference]
    if by.unit == "basis_point":
        return [difference.scaled(HUNDRED)]
    if by.kind == "percent":
        found = [relative.scaled(HUNDRED)]
        if relation.roles["from"][0].kind == "percent":
            found.append(difference)
        return found
    if relation.how == "factor":
        return [grown]
    if relation.how == "fraction":
        return [relative]
    if by.kind == "ratio":
        return [grown, relative, shrunk] if falls else [grown, relative]
    return [difference]


def _wrong_way(relation: Relation, start: Fact, end: Fact) -> Finding:
    if relation.how == "comparison":
        told = "more" if relation.direction == "up" else "less"
        message = f"{written(end)} is told as {told} than {written(start)}"
        return finding(CODE, message, end, [(start, "compared with")])
    word = "rise" if relation.direction == "up" else "fall"
    other = "fall" if relation.direction == "up" else "rise"
    change = abs((end.value or Decimal(0)) - (start.value or Decimal(0)))
    message = f"a {word} is told {_way(start, end)}, which is a {other} of {number(change)}"
    return finding(CODE, message, end, [(start, "from")])


def _wrong_size(start: Fact, end: Fact, by: Fact, real: Interval, how: str | None) -> Finding:
    value = middle(real) or Decimal(0)
    unit = " per cent" if by.kind == "percent" and by.unit == "percent" else ""
    unit = " percentage points" if by.unit == "percentage_point" else unit
    if how == "fraction":
        value, unit = value * HUNDRED, " per cent"
    elif by.kind == "ratio":
        unit = " times as much"
    shown = f"{number(round(value, 1 if unit else 2))}{unit}"
    message = f"{written(by)}, but {_way(start, end)} it is {shown}"
    return finding(CODE, message, by, [(start, "from"), (end, "to")], expected=shown)


def _way(start: Fact, end: Fact) -> str:
    """`from 300 tents to 420`; where both stand in one range, the range as it is written."""
    if (start.start, start.end) == (end.start, end.end):
        return written(start)
    return f"from {written(start)} to {written(end)}"
