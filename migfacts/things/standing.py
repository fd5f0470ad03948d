"""Standing: when and where a number holds, and whether it was planned, asked for or reached."""

from __future__ import annotations

from typing import Final

from migfacts.things.thing import Thing

#: Standings that say nothing against a comparison.
HARMLESS: Final = frozenset(("reached",))
#: Money that is asked for is required, and planned to be spent.
PLANNED: Final = frozenset(("planned",))
ASKED: Final = frozenset((*PLANNED, "required"))
RECEIVED: Final = frozenset(("received",))


def same_time(one: Thing, other: Thing) -> bool:
    """Do both hold at one time, as far as sentence and document tell?"""
    a, b = one.period, other.period
    for here, there in ((one, other), (other, one)):
        apart = here.document != there.document
        if apart and here.period is None and there.period is not None and here.day is not None:
            return here.day[: len(there.period)] == there.period  # a report of May 2024
    apart = one.document != other.document and not overlap(one.day, other.day)
    return a == b and not (a is None and apart)


def one_time(one: Thing, other: Thing) -> bool:
    """Is it known that both hold at one time, by their own dates or those of their documents?"""
    if one.fact.period is None and other.fact.period is None:
        return one.day is not None and other.day is not None and overlap(one.day, other.day)
    return one.fact.period == other.fact.period


def overlap(one: str | None, other: str | None) -> bool:
    """Is a period unknown, or the one within the other: `2025-01/2025-06` and `2025`?"""
    if one is None or other is None or one == other:
        return True
    if one.removesuffix("/..") == other.removesuffix("/.."):
        return True  # since the project began in 2018, since 2018
    return any(
        all(end[: len(whole)] == whole for end in part.split("/"))
        for whole, part in ((one, other), (other, one))
        if "/" not in whole
    )


def is_undated(thing: Thing) -> bool:
    """Figures of no time or of a time still open grow from one document to the next."""
    return thing.period is None or ".." in thing.period


def same_scope(one: Thing, other: Thing) -> bool:
    """Have both the same standing? What was received is told apart only from what was asked for."""
    apart = scope(one) ^ scope(other)
    if apart <= ASKED and one.fact.kind == "money":
        return True
    return not apart or (apart == RECEIVED and not (one.is_asked or other.is_asked))


def scope(thing: Thing) -> frozenset[str]:
    """What its words say of its standing, that could tell it from another."""
    return frozenset(thing.fact.scope) - HARMLESS


def tells_another(one: Thing, other: Thing) -> bool:
    """Do speakers, names, modifiers, sexes or what happened differ, each with its own?"""
    if one.speaker and other.speaker and not one.speaker & other.speaker:
        return True
    if one.adds != other.adds:
        return True  # a further 3,510 houses
    known = other.definite and one.document == other.document
    theirs = other.named & (other.complement | other.names) if known else other.named
    mine, theirs = one.named - other.named - other.titled, theirs - one.named - one.titled
    if mine and theirs and _named_apart(mine, theirs, one.timely):
        return True
    qualities = (
        (one.people.happening, other.people.happening),
        (one.modifiers, other.modifiers),
        (one.sorts, other.sorts),
    )
    both = [pair for pair in qualities if all(pair)]
    if not both:
        return False
    here, there = said(one), said(other)
    return any(ours - there and others - here for ours, others in both)


def _named_apart(here: frozenset[str], there: frozenset[str], timely: frozenset[str]) -> bool:
    """Has each a name of its own? A day of the week says nothing against a month or a place."""
    if not (here & timely and there & timely):
        here, there = here - timely, there - timely
    return bool(here and there)


def said(thing: Thing) -> frozenset[str]:
    """All that its sentence says of it, and the title."""
    return thing.around | thing.modifiers | {thing.head} | thing.titled
