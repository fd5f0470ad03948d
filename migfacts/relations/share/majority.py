"""Majority: a part, or a percentage, that is said to be most of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern
from migfacts.relations.share.referred import EVERYWHERE, named_again
from migfacts.relations.share.wholes import can_be, counted_before, most, only_one, singulars


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """What a passage tells of most of a whole, which it counts or a sentence before does."""
    passage = passages[at]
    yield from _uncounted(passage)
    yield from _within(passage)
    yield from _of_these(passages, at)
    yield from _named_again(passages, at)


def _is_most(whole: Fact, part: Fact) -> Relation:
    return Relation(kind="share", roles={"whole": [whole], "part": [part]}, how="most")


def _uncounted(passage: Passage) -> Iterator[Relation]:
    """`A majority of residents, 43 per cent, said so`: of a whole that is not counted."""
    for match in chain.from_iterable(map(passage.find, pattern.MAJORITY_TOLD)):
        share = passage.fact(match, "share")
        bracketed = match[0].endswith((")", "]"))
        if bracketed and share is not None and _is_of_the_last(passage, share, match[0]):
            continue
        people = bool(passage.words.shared["people"] & singulars(passage, match[0]))
        counted = share is not None and share.kind == "ratio" and any(map(str.isdigit, share.text))
        if share is not None and share.kind == "ratio":
            share = as_percent(share)
        people = people or passage.words.has("of_those", match[0]) or bracketed
        if share is not None and (people or counted):  # 21 out of 58
            yield Relation(kind="share", roles={"share": [share]}, how="most")


def _is_of_the_last(passage: Passage, share: Fact, said: str) -> bool:
    """`Most incidents were airstrikes (41%)`, `most came from Bor (31%), Yei (22%)`: no majority.

    Nor is `most often for brothers (45%)`.
    """
    listed = passage.words.pattern(r"^[)\]](?:,| {and}) [^A-Z;:.()]{1,40} ?[(\[]$")
    if passage.words.has("be", said) or listed.match(passage.after(share)) is not None:
        return True
    bare = passage.words.pattern(
        r"[ ,]*(?:{with} |{and} )?{mostly} (?!{of}\b)(?P<noun>[^\W\d_]+)"
    ).match(said)
    people = passage.words.shared["people"]
    return bare is not None and not people & singulars(passage, bare["noun"])


def _within(passage: Passage) -> Iterator[Relation]:
    """`Most of the 3,400 households asked, 1,290 in total`."""
    for match in chain.from_iterable(map(passage.find, pattern.MAJORITIES)):
        whole, part = passage.fact(match, "whole"), passage.fact(match, "part")
        if whole and part and can_be(passage, part, whole):
            yield _is_most(whole, part)


def _of_these(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`640 trainees … Most of the trainees, 288 to be exact, are women`: the only ones before."""
    passage = passages[at]
    for match in passage.find(pattern.MOST_OF_THESE):
        part, said = passage.fact(match, "part"), singulars(passage, match["noun"])
        if part is None:
            continue
        if match["noun"] in passage.words.shared["pronouns_of"]:
            told = [fact for fact in passage.facts if fact.start < part.start and own_noun(fact)]
            whole = told[-1:] if len(told) == 1 else counted_before(passages, at, part)
        elif own_noun(part):
            continue
        else:
            whole = only_one(passages, at, part, said)
        if whole and (part.value or 0) <= most(whole[0]):
            yield _is_most(whole[0], part)


def _named_again(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`They asked 940 owners … Most of those asked, 395, had`; of no number that makes it right."""
    passage = passages[at]
    wordings = (pattern.MOST_AGAIN, pattern.MAJORITY_OF) if at else ()
    for match in chain.from_iterable(map(passage.find, wordings)):
        part = passage.fact(match, "part")
        whole = named_again(passages, at, part, match["said"]) if part is not None else None
        if part is not None and whole is not None and not _has_a_whole(passages, at, part):
            yield _is_most(whole, part)
    for match in passage.find(pattern.MAJORITY_THEN) if at else ():
        part = passage.fact(match, "part")
        likes = only_one(passages, at, part, {heads(part)}) if part and own_noun(part) else []
        if part and likes and not _has_a_whole(passages, at, part):
            yield _is_most(likes[0], part)


def _has_a_whole(passages: list[Passage], at: int, part: Fact) -> bool:
    """Is there a number about it of which the part is half and more?"""
    value = part.value or 0
    return any(
        value < (fact.value or 0) <= 2 * value
        for each in passages[max(0, at - EVERYWHERE) : at + EVERYWHERE]
        for fact in each.facts
        if fact is not part and alike(fact, part)
    )
