"""Repeated: does one figure tell again what another told, by what they are the figures of?

An appeal, or what a name is known to have.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.compare import digits, factor, is_permuted
from migfacts.coreference.mistyped import FACTOR, MANY, ZERO
from migfacts.things.standing import same_scope
from migfacts.things.thing import Thing

#: What a name has changes by little from one page to the next.
CLOSE: Final = Decimal("1.3")


def is_one_appeal(one: Thing, other: Thing) -> bool:
    """`We ask donors for USD 118 million … the appeal for $181 million`: digits in disorder."""
    a, b = one.fact, other.fact
    return (
        a.kind == b.kind == "money"
        and (a.unit, one.rate) == (b.unit, other.rate)
        and (a.period == b.period or {a.period, b.period} <= {None, one.day})
        and one.document == other.document
        and one.sentence != other.sentence
        and one.is_asked
        and other.is_asked
        and one.apart == other.apart
        and is_permuted(a, b)
        and len(digits(a.value or ZERO)) >= MANY
        and factor(a, b) <= FACTOR
        and not (one.named - other.named and other.named - one.named)
    )


def is_constant(one: Thing, other: Thing) -> bool:
    """`The Fund has 63 members`, `With its 61 members, the Fund …`: what a name has."""
    if one.whole is None or other.whole is None or one.fact.kind != "count" or not one.head:
        return False
    if one.document == other.document or not (is_timeless(one) and is_timeless(other)):
        return False
    if one.whole.past != other.whole.past:
        return False  # the Fund had 49 members
    return (
        bool(one.whole.owners & other.whole.owners)
        and one.modifiers == other.modifiers
        and one.names ^ other.names <= one.around & other.around
        and same_scope(one, other)
        and _own_words(one) <= other.around
        and _own_words(other) <= one.around
        and factor(one.fact, other.fact) <= CLOSE
    )


def is_timeless(thing: Thing) -> bool:
    """Is it told of no time, in a document without a date, and does nothing happen to it?"""
    return not (thing.period or thing.day or thing.verbs)


def _own_words(thing: Thing) -> frozenset[str]:
    """The words that could tell it from another: of `the 23 aims of the Pact` those behind it."""
    return thing.complement if thing.definite else thing.words
