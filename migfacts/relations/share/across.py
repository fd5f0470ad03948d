"""Across: a share or a part of what a sentence before counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern
from migfacts.relations.share.wholes import (
    BACK,
    all_before,
    amount_before,
    before_that,
    can_be,
    fits,
    has_larger,
    is_of_part,
    is_share,
    last_with,
    most,
    only_one,
    part_of,
    share_beside,
    singulars,
)


def of_them(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """`one in three of them, 1,400`, `45 of them, 90 per cent`, `Of these, 280 (45 per cent)`."""
    passage = passages[at]
    for match in chain.from_iterable(map(passage.find, pattern.THEIRS)):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or id(share) in done or not is_share(passage, share):
            continue
        before = [fact for fact in passage.facts if fact.end <= min(part.start, share.start)]
        if not before and at:
            last = passages[at - 1]
            before = [fact for fact in last.facts if share_beside(last, fact) is None]
        wholes = [fact for fact in before if can_be(passage, part, fact)]
        if not wholes and part.kind == "money":
            before = amount_before(passages, at)
            wholes = [fact for fact in before if can_be(passage, part, fact)]
        same = [fact for fact in wholes if heads(fact) == heads(part)]
        named = match.re.pattern.startswith("^") or passage.words.has("these", match[0])
        if not same and heads(part) and named:
            same = before_that(passages, at, part)
        elif not same and heads(part) in singulars(passage, match[0]):
            same = only_one(passages, at, part, {heads(part)})
        same = same or wholes
        if passage.words.pattern(r"^ {of} {all}\b").match(passage.after(share)) is not None:
            continue  # 1,420 of them, or 5 per cent of all applicants
        if any(fits(part, fact, share) for fact in all_before(passages, at, part)):
            continue  # of those who passed
        if len(same) == 1 and (part.value or 0) <= (same[0].value or 0):
            done.add(id(share))
            yield part_of(same[0], part, share)


def of_these(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`4,150 households … Of these households, 3,510 were headed by women`: no share is told."""
    passage = passages[at]
    for match in passage.find(pattern.PART_OF_THESE):
        part = passage.fact(match, "part")
        if part is None or not at or not heads(part):
            continue
        before = last_with(passages, at, part)
        if before is None or before.has("each"):
            continue
        likes = [fact for fact in before.facts if alike(fact, part)]
        wholes = [fact for fact in likes if heads(fact) == heads(part) and own_noun(fact)]
        if len(wholes) != 1:
            continue
        if (part.value or 0) > (wholes[0].value or 0) and has_larger(passages, at, part):
            continue
        if passage.shape.strip("DO") == "N" and (part.value or 0) <= most(wholes[0]):
            yield part_of(wholes[0], part, None)


def read(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """`1,560 workers, or 75 per cent of those surveyed`, where the whole was named before."""
    passage = passages[at]
    for template in (pattern.PART_SHARE, pattern.SHARE_PART):
        for match in passage.find(template):
            part, share = passage.fact(match, "part"), passage.fact(match, "share")
            if part is None or share is None or id(share) in done or not is_share(passage, share):
                continue
            if passage.words.pattern(r"{of_whom} ?(?:{link} )?$").search(passage.before(part)):
                continue
            if is_of_part(passage, part, share):
                continue
            points = passage.words.pattern(r"^ {points}\b").match(passage.after(part))
            if part.kind not in NUMBERS or points is not None:
                continue  # 55 per cent, four points less
            whole = _whole(passages, at, passage, part, share)
            if whole is not None and (part.value or 0) <= (whole.value or 0):
                done.add(id(share))
                yield part_of(whole, part, share)


def _whole(
    passages: list[Passage],
    at: int,
    passage: Passage,
    part: Fact,
    share: Fact,
) -> Fact | None:
    """The one number, said before, of what the share is a share of."""
    noun = heads(share) if share.entity_lemma and share.entity != part.entity else ""
    after = passage.after(share)
    said = passage.words.pattern(r"^ ?{of_all}").match(after)
    other_noun = noun and own_noun(part) and noun != heads(part)
    if other_noun and not said and not _people(passage, noun, part):
        return None
    every = passage.words.pattern(r"^ ?{of} {all}\b").match(after) is not None
    wanted = heads(part) if said and not every else noun or heads(part)
    if not said and not (noun and passage.words.pattern(r"^ ?{of}").match(after)):
        return None
    before = (fact for other in passages[max(0, at - BACK) : at] for fact in other.facts)
    found = [
        fact
        for fact in before
        if fact.kind in NUMBERS and own_noun(fact) and heads(fact) == wanted and alike(fact, part)
    ]
    if not found:
        return None
    largest = max(found, key=lambda fact: fact.value or 0)
    if len(found) > 1 and len({fact.value for fact in found}) > 1:
        return None
    beside = (fact for other in passages[max(0, at - BACK) : at] for fact in other.facts)
    if any(_may_be_whole(fact, largest) for fact in beside):
        return None  # 2,900 households among the 12,000 … 600 households, 5 per cent of all
    return largest


def _may_be_whole(fact: Fact, largest: Fact) -> bool:
    """Is it a larger number of nothing said, in whose sentence the other stands?"""
    return not own_noun(fact) and alike(fact, largest) and (fact.value or 0) > (largest.value or 0)


def _people(passage: Passage, noun: str, part: Fact) -> bool:
    people = passage.words.shared["people"]
    return noun in people and heads(part) in people
