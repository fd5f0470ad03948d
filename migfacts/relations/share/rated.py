"""Rated: `The approval rate was 38 per cent`, of applications and approvals told before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import alike, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.patterns import RATED
from migfacts.relations.share.wholes import is_share, part_of

#: How many sentences before it may be told of what the rate is.
BACK: Final = 6
#: In characters, how far the verb may stand from a number.
LEAD: Final = 40
_WORD: Final = precompiled(r"[^\W\d_]+")
_RATED: Final = (
    r"(?:{definite}|{article}) (?P<of>[^\W\d_]+) {rate_noun} (?:{be}|{of}) "
    r"[^A-Z;:.,]{0,12}?(?P<share>P)"
)


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`They got 1,250 requests and approved 475 of them. … The approval rate was 48 per cent`."""
    passage = passages[at]
    for match in passage.find(_RATED):
        share = passage.fact(match, "share")
        if share is None or not is_share(passage, share):
            continue
        stem = passage.words.canonical(match["of"])
        pair = _approved(passages[max(0, at - BACK) : at], stem)
        if pair is not None:
            yield part_of(*pair, share)
    for match in passage.find(RATED):
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        likes = _counted(passages[max(0, at - BACK) : at + 1], part) if part is not None else []
        if part and share and likes and is_share(passage, share):
            yield part_of(likes[0], part, share)


def _counted(before: list[Passage], part: Fact) -> list[Fact]:
    """`It decided 5,500 appeals`: the one number before that a part may be of."""
    for passage in reversed(before):
        likes = [
            fact for fact in passage.facts
            if own_noun(fact) and alike(fact, part) and (fact.value or 0) > (part.value or 0)
            and fact.start < part.start
        ]  # fmt: skip
        if likes:
            return likes if len(likes) == 1 and likes[0].change is None else []
    return []


def _approved(before: list[Passage], stem: str) -> tuple[Fact, Fact] | None:
    """The whole and the part of which the verb tells what a rate is of."""
    for at in range(len(before) - 1, -1, -1):
        passage = before[at]
        for nth, part in enumerate(passage.facts):
            near = f"{passage.before(part)[-LEAD:]} {passage.after(part)[:LEAD]}"
            if stem not in map(passage.words.canonical, _WORD.findall(near)):
                continue
            theirs = passage.words.pattern(r"^ ?{of_them}").match(passage.after(part)) is not None
            opened = passage.words.pattern(r"^{of_these}").match(passage.skeleton) is not None
            likes = [fact for fact in passage.facts[:nth] if alike(fact, part)]
            if opened and not likes:
                likes = [
                    fact for each in before[:at] for fact in each.facts
                    if own_noun(fact) and alike(fact, part)
                ]  # fmt: skip
            if (theirs or opened) and len(likes) == 1 and (likes[0].value or 0) > (part.value or 0):
                return likes[0], part
    return None
