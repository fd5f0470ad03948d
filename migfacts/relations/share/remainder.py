"""Remainder: the share of what is left of a number, or of every tenth of it, told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from migfacts.fact import SHARES, Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import is_share, part_of, singulars

#: `The remaining 3,440 households (43 per cent) had not`.
_LEFT: Final = (
    r"^(?:{definite} )?{remaining} (?P<part>[NM])[^A-Z;:.,()]{0,40}?"
    r"(?: \(|, (?:{or} )?)(?P<share>P)"
)
#: `every tenth consultation, 540 in total, was with a child`.
_NTH: Final = (
    r"(?P<nth>R) (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?), "
    r"(?:{or} |{that_is},? )?(?P<part>N)"
)
#: `Three quarters of the 1,600 trainees found work`, and then `the other 500 did not`.
_SHARE: Final = r"(?P<share>[PR]) {part_of} ?(?P<whole>[NM])"
_OTHERS: Final = (
    r"(?P<lead>^|[,;:] (?:{and} |{while} )?)(?:{definite} )?(?:{remaining}|{others}) (?P<part>[NM])"
)
#: How many sentences before may tell the whole.
BACK: Final = 2


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The shares of a passage: of what is left of a number told before, and of every so many."""
    passage = passages[at]
    if "P" in passage.shape and at and passage.adjacent:
        yield from _left(passages[at - 1], passage)
    yield from _others(passages[at - 1] if at and passage.adjacent else None, passage)
    if "R" in passage.shape:
        yield from _nth(passages[max(0, at - BACK) : at + 1], passage)


def _left(before: Passage, passage: Passage) -> Iterator[Relation]:
    """A part and the rest are all of a whole: `of the 8,000 households 4,560 …`."""
    for match in passage.find(_LEFT):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or not part.value or share.change is not None:
            continue
        likes = [fact for fact in before.facts if alike(fact, part) and fact.value]
        wholes = {
            one.start: one
            for one in likes
            for other in likes
            if (one.value or 0) - (other.value or 0) == part.value
        }
        if len(wholes) == 1:
            yield part_of(next(iter(wholes.values())), part, share)


def _others(before: Passage | None, passage: Passage) -> Iterator[Relation]:
    """A share of a whole, and the number of the others."""
    shares: dict[bool, list[re.Match[str]]] = {}
    for match in passage.find(_OTHERS):
        part, here = passage.fact(match, "part"), bool(match["lead"])
        near = passage if here else before
        if part is None or near is None:
            continue
        if here not in shares:
            shares[here] = list(near.find(_SHARE))
        if len(shares[here]) != 1:
            continue
        share, whole = (near.fact(shares[here][0], role) for role in ("share", "whole"))
        if share is None or whole is None or not _are_all(near, share, whole, part):
            continue
        yield Relation(
            kind="share", roles={"whole": [whole], "part": [part], "share": [share]}, how="rest"
        )


def _are_all(passage: Passage, share: Fact, whole: Fact, part: Fact) -> bool:
    """Is but one share of a whole told, and no part, so that the others are all that is left?"""
    told = [fact for fact in passage.facts if fact.kind in SHARES or alike(fact, whole)]
    alone = all(fact is share or fact is whole or fact is part for fact in told)
    same = part.kind == "money" or not own_noun(part) or heads(part) == heads(whole)
    return alone and same and alike(part, whole) and is_share(passage, share)


def _nth(near: list[Passage], passage: Passage) -> Iterator[Relation]:
    """The number of what is counted is told last before it."""
    for match in passage.find(_NTH):
        nth, part = passage.fact(match, "nth"), passage.fact(match, "part")
        if nth is None or part is None or not nth.value or own_noun(part):
            continue
        if not passage.words.has("every", nth.text.lower()):
            continue
        wholes = [
            fact
            for each in near
            for fact in each.facts
            if fact.kind in NUMBERS and own_noun(fact) and fact.start < nth.start
            and heads(fact) in singulars(passage, match["noun"])
        ]  # fmt: skip
        if wholes and (wholes[-1].value or 0) > (part.value or 0):
            yield part_of(wholes[-1], part, nth)
