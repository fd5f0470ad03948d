"""A percentage or ratio that its part and whole do not give.

What: a part of a whole with the percentage that it is said to be, or a part larger than its whole.
Why: the count was updated and the percentage was not, or the other way about.

Examples:
    Of the 900 tents, 450 (60 per cent) are damaged. -> 50
    One in four of the 2,000 tenants, 700 people, is in arrears. -> 35
    The crew rescued 840 people, of whom 930 were taken ashore. -> 930
Not matched:
    Of the 900 tents, 450 (50 per cent) are damaged.
    About a third of the 2,000 tenants, 650 people, are in arrears.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.compare import Interval, agree, interval, sharp
from migfacts.fact import Fact
from migfacts.finding import Finding

CODE: Final = "share-mismatch"
HUNDRED: Final = Decimal(100)
#: By how much of it a share in words may be missed that is told as `nearly` so.
MOST: Final = Decimal("0.1")
#: Per cent.
MAJORITY: Final = Decimal(50)


def check(evidence: Evidence) -> Iterator[Finding]:
    """The shares that do not come out."""
    for relation in evidence.relations:
        if relation.kind != "share":
            continue
        whole, part, share = relation.one("whole"), relation.one("part"), relation.one("share")
        if share is not None and relation.how == "most":
            said = interval(share)
            if said is not None and said.high is not None and said.high < MAJORITY:
                yield _minor(share)
        if whole is None or part is None:
            continue
        if part.bound == "at_most" and share is not None and share.bound == "exact":
            part = msgspec.structs.replace(part, bound="exact", low=None, high=None)
        exact = max(part.value or 0, whole.value or 0) < HUNDRED  # nine of the twelve
        one, all_ = (sharp(part), sharp(whole)) if exact else (interval(part), interval(whole))
        if one is None or all_ is None or not whole.value or part.value is None:
            continue
        if relation.how == "groups":
            yield from _fewer(whole, part)
            continue
        if relation.how == "rest":
            yield from _of_rest(whole, part, share, all_)
            continue
        right = share is not None and _right(one.over(all_), share)
        if _is_larger(part, whole) and not right:  # 130 per cent of the 1,200 that were planned
            yield _larger(whole, part)
        elif relation.how == "most" and _is_minor(one, all_):
            yield _less(whole, part)
        elif share is not None and not right:
            yield _wrong(whole, part, share)


def _is_larger(part: Fact, whole: Fact) -> bool:
    """Is a part surely more than its whole? What is written in full is exact: 11 in 10."""
    one, all_ = sharp(part), sharp(whole)
    if one is None or all_ is None or one.low is None or all_.high is None:
        return False
    return one.low > all_.high


def _right(quotient: Interval, share: Fact) -> bool:
    said = percentage(share)
    return said is None or agree(quotient.scaled(HUNDRED), said)


def percentage(share: Fact) -> Interval | None:
    """What a percentage or ratio allows, in points; one more last place for rounding down.

    `Almost half` is said of 43 per cent too.
    """
    found = interval(share)
    if found is None:
        return None
    if share.kind == "ratio":
        return found.scaled(HUNDRED).widened(MOST if share.bound == "approx" else Decimal(0))
    if share.value is None:
        return found
    last = share.precision or Decimal(1)
    low = None if found.low is None else min(found.low, share.value - last)
    high = None if found.high is None else max(found.high, share.value + last)
    return Interval(low, high)


def _is_minor(part: Interval, whole: Interval) -> bool:
    """Is a part surely less than half of its whole?"""
    return part.high is not None and whole.low is not None and part.high * 2 < whole.low


def _less(whole: Fact, part: Fact) -> Finding:
    message = f"{written(part)} is said to be most of {written(whole)}, but is less than half of it"
    return finding(CODE, message, part, [(whole, "whole")])


def _minor(share: Fact) -> Finding:
    message = f"{written(share)} is said to be most of a whole, but is less than half of it"
    return finding(CODE, message, share)


def _larger(whole: Fact, part: Fact) -> Finding:
    message = f"{written(part)} is said to be a part of {written(whole)}, but is more than that"
    return finding(CODE, message, part, [(whole, "whole")])


def _fewer(people: Fact, households: Fact) -> Iterator[Finding]:
    """`10,000 households (8,000 people)`."""
    if _is_larger(households, people):
        message = f"{written(people)} are fewer than {written(households)}, of which each has one"
        yield finding(CODE, message, people, [(households, "households")])


def _of_rest(whole: Fact, part: Fact, share: Fact | None, all_: Interval) -> Iterator[Finding]:
    """`Of 840 people 588 are men, and women make up the other 30 per cent`."""
    rest = (whole.value or Decimal(0)) - (part.value or Decimal(0))
    left = interval(msgspec.structs.replace(part, value=rest))
    if share is not None and left is not None and not _right(left.over(all_), share):
        yield _wrong_rest(whole, part, share)


def _wrong_rest(whole: Fact, part: Fact, share: Fact) -> Finding:
    part_value, whole_value = part.value or Decimal(0), whole.value or Decimal(1)
    real = (whole_value - part_value) / whole_value * HUNDRED
    message = (
        f"{written(share)}, but {written(part)} of {written(whole)} leave "
        f"{number(round(real, 1))} per cent "
        f"(({number(whole_value)} - {number(part_value)}) / {number(whole_value)})"
    )
    related = [(part, "part"), (whole, "whole")]
    return finding(CODE, message, share, related, expected=f"{number(round(real, 1))} per cent")


def _wrong(whole: Fact, part: Fact, share: Fact) -> Finding:
    part_value, whole_value = part.value or Decimal(0), whole.value or Decimal(1)
    real = part_value / whole_value * HUNDRED
    message = (
        f"{written(share)}, but {written(part)} of {written(whole)} is "
        f"{number(round(real, 1))} per cent ({number(part_value)} / {number(whole_value)})"
    )
    related = [(part, "part"), (whole, "whole")]
    return finding(CODE, message, share, related, expected=f"{number(round(real, 1))} per cent")
