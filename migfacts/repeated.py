"""Repeated: does one figure tell again what another told, by what they are the figures of?

A rent, an appeal, what a kit weighs, what a name is known to have, a cell and the text beside it.
"""

from __future__ import annotations

from migfacts.compare import digits, factor, is_permuted
from migfacts.mistyped import FACTOR, MANY, ZERO
from migfacts.referring import CLOSE, NEAR
from migfacts.standing import same_scope, same_standing
from migfacts.thing import Thing


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


def is_one_rate(one: Thing, other: Thing) -> bool:
    """`Rent is EUR 450 a month`, `Tenants pay a monthly rent of EUR 540`: digits in disorder."""
    money = one.fact.kind == "money"
    return money and is_permuted(one.fact, other.fact) and _share_rate(one, other)


def is_rate(one: Thing, other: Thing) -> bool:
    """`In Bor the cash grant is USD 75 a month` and `… USD 95 a month`: what is paid again."""
    named = one.names or one.head in other.titled or other.head in one.titled
    return bool(named) and one.day is other.day is None and _share_rate(one, other)


def _share_rate(one: Thing, other: Thing) -> bool:
    """Are both so much a month, or for each of a sort, of one noun?"""
    return (
        bool(one.head and one.rate)
        and (one.head, one.rate) == (other.head, other.rate)
        and factor(one.fact, other.fact) <= NEAR
    )


def is_retold(one: Thing, other: Thing) -> bool:
    """`Today the Fund works in 31 countries` and `… in 34 countries`: the same, word by word."""
    if one.verbs or other.verbs:
        return False  # what happens goes on from one report to the next
    return (
        one.words == other.words
        and len(one.names & one.words & other.names) > 1
        and factor(one.fact, other.fact) <= CLOSE
    )


def is_property(one: Thing, other: Thing) -> bool:
    """`A standard kit weighs 28 kg` and `A standard kit weighs 38 kg`: of no time and place."""
    return (
        one.fact.kind == "measure"
        and bool(one.head and one.modifiers)
        and one.words == other.words
        and bool(one.words)
        and same_standing(one, other)
        and factor(one.fact, other.fact) <= NEAR
    )


def is_of_row(one: Thing, other: Thing) -> bool:
    """A row `Boreh | 3,480` under `Refugees`, and `Boreh hosts 3,900 refugees`."""
    cell, told = (one, other) if one.row else (other, one)
    return (
        cell.words <= told.words
        and not told.words - cell.words - told.verbs
        and not told.names - cell.words
        and one.document == other.document
        and one.period == other.period
        and same_scope(one, other)
        and factor(one.fact, other.fact) <= NEAR
    )


def is_constant(one: Thing, other: Thing) -> bool:
    """`The Fund has 63 members`, `With its 61 members, the Fund …`: what a name has."""
    if one.whole is None or other.whole is None or one.fact.kind != "count" or not one.head:
        return False
    if one.period or other.period or one.day or other.day or one.verbs or other.verbs:
        return False
    return (
        bool(one.whole.owners & other.whole.owners)
        and one.modifiers == other.modifiers
        and one.names ^ other.names <= one.around & other.around
        and same_scope(one, other)
        and _own_words(one) <= other.around
        and _own_words(other) <= one.around
        and factor(one.fact, other.fact) <= CLOSE
    )


def _own_words(thing: Thing) -> frozenset[str]:
    """The words that could tell it from another: of `the 23 aims of the Pact` those behind it."""
    return thing.complement if thing.definite else thing.words
