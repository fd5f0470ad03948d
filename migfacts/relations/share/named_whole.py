"""Shares of a whole that a sentence before tells and this one names: the appeal, the costs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import alike, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern
from migfacts.relations.share.wholes import amount_of, is_share, only_one, part_of, singulars

#: How many sentences before an appeal may be told that is said to be met by so much.
FAR: Final = 12
#: And how many the one amount that there is.
NEAR: Final = 3


def of_asked(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """`The plan requires 140 million. Donors gave 33.6 million, 24 per cent of the amount`."""
    passage = passages[at]
    for match in chain(passage.find(pattern.OF_NAMED), passage.find(pattern.NAMED_BEHIND)):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or id(share) in done:
            continue
        noun = match["noun"].rpartition(" ")[2]
        whole = amount_of(passages, at, noun)
        if not whole and noun in passage.words.shared["amounts"]:
            whole = _only_amount(passages, at, part)
        if whole and (part.value or 0) <= (whole[0].value or 0):
            done.add(id(share))
            yield part_of(whole[0], part, share)
    alone = passage.shape.count("M") == 1
    funded = passage.find(pattern.FUNDED) if alone else iter(())
    for match in chain(passage.find(pattern.PART_OF_ASKED), funded):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or id(share) in done or not at:
            continue
        before = (each for each in reversed(passages[max(0, at - FAR) : at]) if each.has("asked"))
        asked = next(before, None)
        wholes = [fact for fact in asked.facts if alike(fact, part)] if asked is not None else []
        if len(wholes) == 1 and (part.value or 0) <= (wholes[0].value or 0):
            done.add(id(share))
            yield part_of(wholes[0], part, share)


def _only_amount(passages: list[Passage], at: int, part: Fact) -> list[Fact]:
    """`Expenditure was 40 million. Salaries cost 12 million, 36 per cent of the total`."""
    larger = [
        fact
        for passage in passages[max(0, at - NEAR) : at]
        for fact in passage.facts
        if alike(fact, part) and (fact.value or 0) >= (part.value or 0)
    ]
    return larger if len(larger) == 1 and larger[0].change is None else []


def of_told(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """`The fund spent 8 million. … Staff cost 3.6 million, 54 per cent of what the fund spent`."""
    passage = passages[at]
    for match in passage.find(pattern.OF_WHAT):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or id(share) in done:
            continue
        told = [each for each in passages[max(0, at - FAR) : at]
                if each.skeleton.startswith(f"{match['said']} ")]  # fmt: skip
        wholes = [fact for each in told for fact in each.facts if alike(fact, part)]
        if len(wholes) == 1 and (part.value or 0) <= (wholes[0].value or 0):
            done.add(id(share))
            yield part_of(wholes[0], part, share)


def funded_on(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`It asks for 30 million. … 18 million has been received. It is 60 per cent funded`."""
    passage = passages[at]
    told = [fact for fact in passage.facts if fact.kind == "percent"]
    if len(told) != 1 or not at or not passage.adjacent:
        return
    share, got = told[0], passages[at - 1]
    words = passage.words
    if words.pattern(r"^ {done}\b").match(passage.after(share)) is None or "M" in passage.shape:
        return
    parts = [fact for fact in got.facts if fact.kind == "money"] if got.has("done") else []
    before = (each for each in reversed(passages[max(0, at - FAR) : at - 1]) if each.has("asked"))
    asked = next(before, None)
    if len(parts) != 1 or asked is None or got.has("asked"):
        return
    wholes = [fact for fact in asked.facts if alike(fact, parts[0])]
    if len(wholes) == 1 and (parts[0].value or 0) <= (wholes[0].value or 0):
        yield part_of(wholes[0], parts[0], share)


def of_counted(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """`86 interpreters … Half of the interpreters, that is 43, live here`."""
    passage = passages[at]
    for match in passage.find(pattern.OF_COUNTED):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or id(share) in done or not is_share(passage, share):
            continue
        whole = only_one(passages, at, part, singulars(passage, match["noun"].rpartition(" ")[2]))
        if whole and not own_noun(part) and (part.value or 0) <= (whole[0].value or 0):
            done.add(id(share))
            yield part_of(whole[0], part, share)
