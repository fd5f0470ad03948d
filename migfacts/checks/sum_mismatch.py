"""Parts that do not make their total.

What: a total and its parts, where the parts are said to be all of it and add up to something else,
    or add up to more than the total. So is the last row of a table, if it says that it is a total,
    and a count with the names of all that it counts behind it.
Why: a figure was updated in one place only, or was mistyped.

Examples:
    We put up 75 tents, 50 large and 30 small. -> 80
    In all 4,600 children are enrolled, 2,310 boys and 2,190 girls. -> 4,500
    They work in five districts (Bor, Yei and Wau). -> 3
Not matched:
    We put up 75 tents, including 20 in Bor and 15 in Yei.
    The 5,600 people, of whom 3,100 were women, were paid in May.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, combinations
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.compare import HALF, SURE, Interval, agree, in_full, interval, sharp
from migfacts.fact import Fact
from migfacts.finding import Finding

CODE: Final = "sum-mismatch"
#: A total this much coarser than its parts is rounded, though written in full.
COARSER: Final = 1000
#: How a total stands that is the last row of a table.
TABLE: Final = "table"
#: How one stands whose parts are but named.
NAMED: Final = "named"
PAIR: Final = 2
#: Of more parts some make any number by chance; a small number is soon made.
MOST, SMALLEST = 8, 100


def check(evidence: Evidence) -> Iterator[Finding]:
    """The totals that their parts do not make."""
    for relation in evidence.relations:
        if relation.kind != "total":
            continue
        total, parts = relation.one("total"), relation.roles["parts"]
        if total is None:
            continue
        if relation.how == NAMED:
            yield _named(total, parts[0])
            continue
        less = relation.roles.get("less", [])
        added = _sum(parts, less)
        if added is not None and relation.how == TABLE:
            added = _rounded(added, parts)
        wanted = _total(total, parts)
        if added is None or wanted is None:
            continue
        wrong = _wrong(added, wanted, relation.complete)
        told_in_full = relation.complete and relation.how != TABLE and not less
        if not less and _some_make(total, parts):
            continue
        if less and wrong:
            yield _left(total, parts, less)
        elif wrong or (told_in_full and _is_beyond(total, parts)):
            yield _finding(total, parts, relation.complete)


def _sum(parts: list[Fact], less: list[Fact]) -> Interval | None:
    whole = Interval(Decimal(0), Decimal(0))
    for part in (*parts, *less):
        found = sharp(part)
        if found is None:
            return None
        whole = whole.minus(found) if part in less else whole + found
    return whole


def _some_make(total: Fact, parts: list[Fact]) -> bool:
    """Do some of the parts make it exactly, and the others are parts of those, or of other things?

    `Of the 627 removals 209 took place on 11 flights with 19 passengers; the other 418 did not`.
    Of few that are large this is hardly chance, and of the first that stand in a row: `12 of the
    14 members (7 women, 5 men; two men were excused)`.
    """
    values = [part.value or Decimal(0) for part in parts]
    if total.value in [*accumulate(values)][1:-1]:
        return True
    if not PAIR < len(parts) <= MOST or (total.value or 0) < SMALLEST:
        return False
    return any(
        sum(some) == total.value
        for size in range(PAIR, len(values))
        for some in combinations(values, size)
    )


def _is_beyond(total: Fact, parts: list[Fact]) -> bool:
    """Is the total further off than rounding explains, which is seldom all one way?"""
    told = (total, *parts)
    if any(fact.bound != "exact" or fact.value is None for fact in told):
        return False
    if _is_coarse(total, parts):
        return False
    steps = [Decimal(0) if in_full(fact) else fact.precision or Decimal(0) for fact in told]
    slack = sum((step**2 for step in steps), Decimal(0)).sqrt() * HALF * SURE
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    return abs(added - (total.value or Decimal(0))) > slack


def _rounded(added: Interval, parts: list[Fact]) -> Interval:
    """Rows may be rounded each by half its last place; those in full may together be one off.

    Of `12`, `15` and `18` thousand nothing says that they are no single ones.
    """
    steps = [part.precision or Decimal(1) for part in parts]
    half = sum((step for step in steps if step != 1), Decimal(0)) * HALF
    slack = max(half, Decimal(len(parts) > PAIR))
    return Interval(
        None if added.low is None else added.low - slack,
        None if added.high is None else added.high + slack,
    )


def _total(total: Fact, parts: list[Fact]) -> Interval | None:
    return interval(total) if _is_coarse(total, parts) else sharp(total)


def _is_coarse(total: Fact, parts: list[Fact]) -> bool:
    finest = min((part.precision or Decimal(1) for part in parts), default=Decimal(1))
    return (total.precision or 0) >= finest * COARSER


def _wrong(added: Interval, total: Interval, complete: bool) -> bool:
    if complete:
        return not agree(added, total)
    return added.low is not None and total.high is not None and added.low > total.high


def _finding(total: Fact, parts: list[Fact], complete: bool) -> Finding:
    values = [part.value for part in parts if part.value is not None]
    added = sum(values, Decimal(0))
    terms = " + ".join(map(number, values))
    verb = "the parts add up to" if complete else "some parts alone add up to"
    told = (
        f"{verb} {number(added)} ({terms})"
        if len(parts) > 1
        else f"a part alone is {written(parts[0])}"
    )
    return finding(
        CODE,
        f"{written(total)}, but {told}",
        total,
        [(part, "part") for part in parts],
        expected=number(added),
    )


def _named(total: Fact, names: Fact) -> Finding:
    """More or fewer are named than are counted."""
    told = number(names.value or Decimal(0))
    message = f"{written(total)}, but {told} are named"
    return finding(CODE, message, total, [(names, "named")], expected=told)


def _left(total: Fact, parts: list[Fact], less: list[Fact]) -> Finding:
    """What came in and went out leaves another number."""
    came, went = ([fact.value or Decimal(0) for fact in facts] for facts in (parts, less))
    left = number(sum(came, Decimal(0)) - sum(went, Decimal(0)))
    terms = " - ".join([" + ".join(map(number, came)), *map(number, went)])
    return finding(
        CODE,
        f"{written(total)}, but what came in and went out leaves {left} ({terms})",
        total,
        [*((part, "came in") for part in parts), *((part, "went out") for part in less)],
        expected=left,
    )
