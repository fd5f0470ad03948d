"""Shares of one whole that come to more than all of it.

What: shares that exclude one another, as of women and of men, and come to more than 100 per cent
    beyond what rounding explains; with `the remaining`, also to less; a share of people above 100.
Why: one of the shares belongs to another year or group, or was mistyped.

Examples:
    Women hold 64 per cent of the posts and men 41 per cent. -> 105
    Some 50 per cent came by sea, 30 per cent by road and the remaining 30 per cent by air. -> 110
    In Bor 140 per cent of respondents said yes. -> 140
Not matched:
    Women hold 59 per cent of the posts and men 41 per cent.
    Floods were named by 64 per cent of families and hunger by 51 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.compare import interval
from migfacts.fact import Fact
from migfacts.finding import Finding

CODE: Final = "shares-over-100"
HUNDRED: Final = Decimal(100)
#: What comes to more is no whole with a slip, but a rate for each group.
MOST: Final = Decimal(150)


def check(evidence: Evidence) -> Iterator[Finding]:
    """The shares that come to more than their whole."""
    for relation in evidence.relations:
        if relation.kind == "partition":
            yield from _added(relation.roles["shares"], complete=relation.complete)
    for thing in evidence.things:
        if thing.is_share_of_all and (thing.fact.value or 0) > HUNDRED:
            noun = thing.fact.entity or "a whole"
            message = f"{written(thing.fact)}, but a share of {noun} is at most 100 per cent"
            yield finding(CODE, message, thing.fact)


def _added(shares: list[Fact], *, complete: bool) -> Iterator[Finding]:
    low, high, rounding = Decimal(0), Decimal(0), Decimal(0)
    open_low = open_high = False
    values = [share.value for share in shares if share.value is not None]
    for share in shares:
        allowed = interval(share)
        if allowed is None:
            return
        open_low, open_high = open_low or allowed.low is None, open_high or allowed.high is None
        low += allowed.low or 0
        high += allowed.high or 0
        rounding += (share.precision or 1) / Decimal(2)
    added = sum(values, Decimal(0))
    approx = any(share.bound != "exact" for share in shares)
    over = not open_low and (low if approx else added - rounding) > HUNDRED
    over = over and (complete or added <= MOST)
    under = complete and not open_high and (high if approx else added + rounding) < HUNDRED
    if over or under:
        terms = " + ".join(map(number, values))
        message = (
            f"{written(shares[0])} and {_many(len(shares) - 1)} of the same whole "
            f"come to {number(added)} per cent ({terms})"
        )
        yield finding(CODE, message, shares[0], [(share, "share") for share in shares[1:]],
                      expected="100 per cent")  # fmt: skip


def _many(count: int) -> str:
    return "the other share" if count == 1 else f"{count} other shares"
