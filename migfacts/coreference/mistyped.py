"""Is a number another one mistyped, in a sentence that says the same?

Two numbers of the same digits in another order, or one digit apart, are hardly there by chance: of
them less is asked than of others.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.compare import digits, factor, is_permuted
from migfacts.things.standing import is_undated, one_time, overlap, same_scope, same_time, scope
from migfacts.things.thing import Thing

#: Beyond this factor two numbers are hardly two versions of one.
FACTOR: Final = 3
#: A sentence of so few words is a label with its figure: `Staff: 318`.
LABEL: Final = 2
#: Words that two sentences share, and their share of the shorter, if three digits are in disorder,
#: and if only two are or one is another.
MANY, SOME = 3, Decimal("0.4")
MORE, MOST = 4, Decimal("0.5")
ZERO: Final = Decimal(0)
#: Million for billion, thousand for million.
SCALES: Final = frozenset((Decimal(1000), Decimal(1_000_000)))


def is_mistyped(one: Thing, other: Thing) -> bool:
    """Of two that are a slip of each other: does a sentence say the same, digits in disorder?"""
    rescaled = _is_rescaled(one, other)
    if any(each.whole is not None and each.whole.crowded for each in (one, other)):
        return False
    if factor(one.fact, other.fact) > FACTOR and not rescaled:
        return False
    if one.denied != other.denied:
        return False  # 213 had an income, 231 had none
    if one.named - other.named and other.named - one.named:
        return False
    permuted = is_permuted(one.fact, other.fact)
    strong = permuted and len(digits(one.fact.value or ZERO)) > 2
    dated = one_time(one, other)
    if one.apart != other.apart and not rescaled and not (strong and dated and one.named):
        return False
    strange = one.modifiers - other.around - other.titled
    if (strange and not (strong and other.definite)) or other.modifiers - one.around - one.titled:
        return False  # 5,240 stranded workers … the 5,420 workers whom
    if not overlap(one.fact.period, other.fact.period) or not same_scope(one, other):
        return False
    apart = one.document != other.document and not same_time(one, other)
    if apart and is_undated(one) and len(digits(one.fact.value or ZERO)) < MANY:
        return False  # two annual reports
    if not permuted and one.document != other.document and is_undated(one):
        return False
    if not permuted and one.verbs - other.around and other.verbs - one.around:
        return False
    told = permuted and one.fact.period == other.fact.period is not None
    if one.fact.kind == "percent" and not (strong or told):
        return False
    if strong and one.head and one.head == other.head and _tells_no_other(one, other):
        return True
    return _says_the_same(one, other, strong=strong, dated=dated, rescaled=rescaled)


def _says_the_same(one: Thing, other: Thing, *, strong: bool, dated: bool, rescaled: bool) -> bool:
    """Do their sentences share words enough?"""
    least, share = (MANY, SOME) if strong else (MORE, MOST)
    shared, fewer = len(one.around & other.around), min(len(one.around), len(other.around))
    if strong and shared == fewer > 1 and dated:
        return True  # a key figure says no more than what it counts
    if strong and scope(one) and one.fact.kind == "money":
        least -= 1  # an appeal and what is sought under it
    undated = one.day is None or other.day is None
    if strong and undated and one.head == other.head and one.modifiers == other.modifiers != set():
        least -= 1  # our field offices
    if rescaled:
        least = LABEL
    return shared >= least and shared >= share * fewer


def _tells_no_other(one: Thing, other: Thing) -> bool:
    """Is one told of the same act at the same time, or in one text with nothing against it?"""
    if one.fact.period == other.fact.period is not None and one.verbs & other.verbs:
        return True
    acts = bool(one.verbs) and bool(other.verbs) and not one.verbs & other.verbs
    extra, more = one.words - one.verbs - other.around, other.words - other.verbs - one.around
    alone = one.document == other.document and one.fact.period == other.fact.period
    return alone and not acts and not (extra and more) and one.names == other.names


def _is_rescaled(one: Thing, other: Thing) -> bool:
    """`USD 5.7 billion` and `USD 5.7 million` of one time, both with a name."""
    return (
        factor(one.fact, other.fact) in SCALES
        and one.fact.period == other.fact.period is not None
        and bool(one.named & other.named)
    )
