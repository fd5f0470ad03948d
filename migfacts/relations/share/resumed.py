"""Resumed: a sentence of its own says what share the part of the sentence before is.

`Of the 2,400 families asked, 1,320 agreed. That is 65 per cent`; `We asked 2,400 families. In all,
1,320 agreed. This corresponds to 65 per cent of those asked`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import within
from migfacts.relations.share.referred import named_again
from migfacts.relations.share.wholes import is_share, part_of, singulars

#: What the share is said to be a share of, up to the end of its clause.
_RESUMED: Final = r"^{this_is} (?:{equivalent} )?(?P<share>[PR])(?P<said> [^A-Z;:.]{0,60})?[.,]?"


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The share that a sentence tells of the part of the sentence before."""
    passage = passages[at]
    if not at or not passage.adjacent or len(passage.shape) > 1:
        return
    for match in passage.find(_RESUMED):
        share = passage.fact(match, "share")
        if share is None or not is_share(passage, share):
            continue
        said = match["said"] or ""
        pair = _told(passages[at - 1])
        if pair is not None and said.strip() and not _is_of(passage, pair[0], said):
            continue
        pair = pair or _named(passages, at, said)
        if pair is not None:
            yield part_of(*pair, share)


def _is_of(passage: Passage, whole: Fact, said: str) -> bool:
    """`of those asked`, `of all families that took part`; not `of the families in the valley`."""
    words = passage.words
    if words.pattern(r"^ {of_all}\W*$").match(said) is not None:
        return True
    narrowed = r"(?! (?:{in}|{at}|{of}|{on}|{from}) )"
    named = words.pattern(
        rf"^ (?:{{part_of}}|{{of_all}})(?: {{definite}})? ?([^\s.,]+)(?=\W|$){narrowed}"
    ).match(said)
    return named is not None and heads(whole) in singulars(passage, named[1])


def _told(passage: Passage) -> tuple[Fact, Fact] | None:
    """The only whole and part of a sentence that tells no share of them."""
    found = list(within.read(passage))
    if len(found) != 1 or found[0].one("share") is not None:
        return None
    whole, part = found[0].one("whole"), found[0].one("part")
    return (whole, part) if whole is not None and part is not None else None


def _named(passages: list[Passage], at: int, said: str) -> tuple[Fact, Fact] | None:
    """The only number of the sentence before, and what the share is said to be a share of."""
    parts = [fact for fact in passages[at - 1].facts if fact.kind in NUMBERS and own_noun(fact)]
    parts = parts or [fact for fact in passages[at - 1].facts if fact.kind in NUMBERS]
    if len(parts) != 1 or not said.strip():
        return None
    whole = named_again(passages, at - 1, parts[0], said, told=True)
    return (whole, parts[0]) if whole is not None else None
