"""Ranked: what is told as the highest or the lowest of some, and what is said to follow it.

`Bor had the highest price (56 per cent up), followed by Yei (38)`: what follows is less. Behind
the lowest it is more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, own_noun
from migfacts.relations.passage import Passage

_FOLLOWED: Final = r"\b{followed}\b"
_HIGHEST: Final = r"\b(?:{highest}|{largest}|{most}|{mostly})\b"
_LOWEST: Final = r"\b(?:{lowest}|{smallest}|{least})\b"
#: A superlative with its noun, and the number that it is: `the lowest retail price at SYP 1,684`.
_TOLD: Final = (
    r"\b(?:{way}) (?P<noun>[^A-Z;:.,()]{{2,40}}?) ?(?:{{at}}|{{of}}|\() ?(?P<value>[MQPN])"
)
#: How many characters before `followed by` the number may stand.
NEAR: Final = 160
#: Among how many numbers behind it the next one is.
FEW: Final = 2


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The pairs of numbers that a text ranks, the lower as the start, the higher as the end."""
    for at, passage in enumerate(passages):
        if passage.has("followed"):
            yield from _followed(passage)
        yield from _told(passages, at)


def _followed(passage: Passage) -> Iterator[Relation]:
    """`the highest share (26%), followed by Yei (38%)`."""
    words, skeleton = passage.words, passage.skeleton
    for match in words.pattern(_FOLLOWED).finditer(skeleton):
        pair = _pair(passage, match.start(), match.end())
        lead = skeleton[: match.start()]
        ways = [
            (found.start(), way)
            for way, template in (("high", _HIGHEST), ("low", _LOWEST))
            for found in words.pattern(template).finditer(lead)
        ]
        if pair is not None and ways:
            first, second = pair
            low, high = (second, first) if max(ways)[1] == "high" else (first, second)
            roles = {"start": [low], "end": [high]}
            yield Relation(kind="span", roles=roles, how="ranked")


def _pair(passage: Passage, start: int, end: int) -> tuple[Fact, Fact] | None:
    """The numbers before and behind `followed by`: a share or a price rather than a count."""
    behind = [fact for fact in passage.facts if passage.position(fact) >= end][:FEW]
    for second in sorted(behind, key=lambda fact: fact.kind in NUMBERS):
        if second.kind in ("date", "ordinal") or second.value is None:
            continue
        before = [
            fact
            for fact in passage.facts
            if start - NEAR <= passage.position(fact) < start and _are_alike(fact, second)
        ]
        if before:
            return before[-1], second
    return None


def _told(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`the highest price at SYP 15, while Yei had the lowest price at SYP 11`."""
    told = list(_ends(passages[at]))
    if len({way for way, *_ in told}) < 2 and at and told and passages[at].adjacent:
        told = [*list(_ends(passages[at - 1])), *told]
    for nth, (way, noun, fact) in enumerate(told):
        for other_way, other_noun, other in told[nth + 1 :]:
            if way != other_way and noun == other_noun and _are_alike(fact, other):
                low, high = (fact, other) if way == "low" else (other, fact)
                yield Relation(kind="span", roles={"start": [low], "end": [high]}, how="extremes")


def _ends(passage: Passage) -> Iterator[tuple[str, str, Fact]]:
    """Each superlative of a sentence with the noun behind it and its number."""
    singular = passage.words.language.singular
    ways = (
        ("high", _TOLD.format(way="{highest}|{largest}")),
        ("low", _TOLD.format(way="{lowest}|{smallest}")),
    )
    for way, template in ways:
        for match in passage.find(template):
            fact = passage.fact(match, "value")
            if fact is not None and fact.value is not None:
                yield way, singular(match["noun"].split()[-1]), fact


def _are_alike(one: Fact, other: Fact) -> bool:
    """Are two numbers of one sort, so that the one may be more than the other?"""
    numbers = one.kind in NUMBERS and other.kind in NUMBERS
    nouns = {fact.entity_lemma for fact in (one, other) if own_noun(fact)}
    return (
        one.value is not None
        and (numbers or (one.kind, one.unit) == (other.kind, other.unit))
        and one.change == other.change
        and (one.per == other.per or None in (one.per, other.per))
        and one.period == other.period
        and len(nouns) < 2
    )
