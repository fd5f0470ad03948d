"""Share: a whole, a part of it, and the percentage or ratio that the part is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from migfacts.relation import Relation
from migfacts.relations.passage import Passage, places
from migfacts.relations.share import (
    across,
    elsewhere,
    groups,
    majority,
    named_whole,
    one_whole,
    portion,
    rated,
    referred,
    remainder,
    resumed,
    too_many,
    within,
)


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The shares of a document: within a sentence, or of a whole named a few sentences before."""
    where = places(passages)
    told = [
        relation
        for relation in _told(passages)
        if not elsewhere.is_share_of_others(passages, where, relation)
    ]
    yield from told
    yield from one_whole.read(passages, {id(relation.one("share")) for relation in told})


def _told(passages: list[Passage]) -> Iterator[Relation]:
    for at, passage in enumerate(passages):
        shape = passage.shape
        if passage.has("most_of") or passage.has("mostly") or passage.has("majority"):
            yield from majority.read(passages, at)
        if shape in ("P", "R"):
            yield from resumed.read(passages, at)
        if shape.count("P") == 1:
            yield from named_whole.funded_on(passages, at)
            yield from rated.read(passages, at)
        if not ("N" in shape or "M" in shape):
            continue
        yield from across.of_these(passages, at)
        yield from remainder.read(passages, at)
        yield from too_many.read(passages, at)
        if len(shape) < 2:
            continue
        yield from too_many.in_ten(passage)
        yield from groups.read(passage)
        found = list(within.read(passage))
        yield from found
        if "P" in shape or "R" in shape:
            done = {id(relation.one("share")) for relation in found if relation.one("share")}
            yield from across.of_them(passages, at, done)
            yield from named_whole.of_told(passages, at, done)
            yield from named_whole.of_asked(passages, at, done)
            yield from named_whole.of_counted(passages, at, done)
            over = list(across.read(passages, at, done))
            yield from over
            done |= {id(share) for each in over for share in each.roles.get("share", ())}
            aside = list(portion.read(passages, at, done))
            yield from aside
            done |= {id(relation.one("share")) for relation in aside}
            yield from referred.read(passages, at, done)
