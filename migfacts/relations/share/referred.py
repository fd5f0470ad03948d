"""Referred: a share and a part of what was counted sentences before, and is named again.

`In all 640 women came … One woman in four, 128 of them`: by the noun, by the verb (`those
interviewed`), or as the only people there are (`these newcomers`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import HUNDRED, is_share, part_of, singulars

#: How many passages before what is named by its noun may stand, and what is only pointed at.
FAR: Final = 12
NEAR: Final = 4
#: Any number so many passages off may be what the share is a share of.
EVERYWHERE: Final = 100
#: A share is no more than that many times what it is, if it is misreported.
LOOSE: Final = 3
#: In points, what a share in words is off.
ROUGH: Final = Decimal("2.5")
ZERO: Final = Decimal(0)
_SAID: Final = r"(?P<said>[^A-Z;:.,()]{3,40})"
#: `One in four of these newcomers, 480 young people`; `One woman in four, 128 in all`.
#: `As many as 1,200, that is one in five, had eaten once`, of the people who were counted before.
_BARE: Final = r"^(?P<part>N), {that_is},? (?P<share>[PR]),"
_SHARES: Final = (
    rf"(?P<share>[PR]) {{of}} (?={{definite}}){_SAID}(?:, | \()"
    rf"(?P<link>{{link}} (?:{{in}} )?)?(?P<part>N)",
    r"(?P<share>R)(?:, | \()(?:{link} )?(?P<part>N)(?= {total}|,|\))",
    rf"(?P<part>N) {{of_the}} ?{_SAID}(?:,? {{link}} |, | \()(?P<share>[PR])",
)


def read(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """The shares in a passage beside a part, of a whole that is told before.

    Args:
        done: the identities of the shares whose whole is known.
    """
    passage = passages[at]
    for template in _SHARES if at and "N" in passage.shape else ():
        for match in passage.find(template):
            part, share = passage.fact(match, "part"), passage.fact(match, "share")
            if part is None or share is None or id(share) in done or not is_share(passage, share):
                continue
            said = match.groupdict().get("said") or share.entity_lemma or ""
            whole = named_again(passages, at, part, said, told=bool(match.groupdict().get("link")))
            if whole is not None and _may_be_wrong(passages, at, part, whole, share):
                done.add(id(share))
                yield part_of(whole, part, share)
    for match in passage.find(_BARE) if at else ():
        part, share = passage.fact(match, "part"), passage.fact(match, "share")
        if part is None or share is None or id(share) in done or own_noun(part):
            continue
        whole = _people_before(passages, at, part)
        if whole is not None and _may_be_wrong(passages, at, part, whole, share):
            done.add(id(share))
            yield part_of(whole, part, share)


def _people_before(passages: list[Passage], at: int, part: Fact) -> Fact | None:
    """The only people that the sentences before count, of whom a number may be a part."""
    people = passages[at].words.shared["people"]
    likes = [
        fact
        for each in passages[max(0, at - NEAR) : at]
        for fact in each.facts
        if own_noun(fact) and heads(fact) in people and fact.per is None and fact.change is None
        and (fact.value or ZERO) > (part.value or ZERO)
    ]  # fmt: skip
    return likes[0] if likes and len({fact.value for fact in likes}) == 1 else None


def _may_be_wrong(passages: list[Passage], at: int, part: Fact, whole: Fact, share: Fact) -> bool:
    """Is the share misreported, and the part that share of no other number about it?"""
    said = (as_percent(share) if share.kind == "ratio" else share).value or ZERO
    told = (part.value or ZERO) / (whole.value or HUNDRED) * HUNDRED
    if not said or said > told * LOOSE or told > said * LOOSE:
        return False
    close = ROUGH if share.kind == "ratio" else Decimal(1)
    near = passages[max(0, at - EVERYWHERE) : at + EVERYWHERE]
    return not any(
        abs((part.value or ZERO) / (fact.value or HUNDRED) * HUNDRED - said) <= close
        for each in near
        for fact in each.facts
        if fact.value and alike(fact, part)
    )


def named_again(
    passages: list[Passage], at: int, part: Fact, said: str, *, told: bool = False
) -> Fact | None:
    """The number of what is named again: by its noun, its verb, or as the only people.

    `told`: is the part said to be so many of them, whatever it counts: `that is 750 vehicles`?
    """
    passage = passages[at]
    canonical = passage.words.canonical
    nouns, acts = singulars(passage, said), _done(passage, said)
    kinds = set(map(canonical, nouns))
    people = passage.words.shared["people"]
    theirs = {heads(part)} if own_noun(part) else set()
    if theirs and not told and not (theirs <= nouns or theirs & people):
        return None
    far = [
        fact
        for each in passages[max(0, at - FAR) : at]
        for fact in each.facts
        if fact.kind in NUMBERS and fact.value and alike(fact, part) and fact.change is None
        and not fact.statistic and fact.per is None and fact.value > (part.value or ZERO)
    ]  # fmt: skip
    near = [fact for each in passages[max(0, at - NEAR) : at] for fact in each.facts]
    for likes in (
        [fact for fact in far if own_noun(fact) and canonical(heads(fact)) in kinds],
        [fact for fact in far if acts & _happened(passage, fact)],
        [fact for fact in far if fact in near and heads(fact) in people and nouns & people],
    ):
        if likes:
            return likes[0] if len({fact.value for fact in likes}) == 1 else None
    return None


def _done(passage: Passage, said: str) -> set[str]:
    """The verbs in `those interviewed`, each as it is compared."""
    words = passage.words
    tags = words.language.lexicon.tags
    return {words.canonical(word) for word in said.split() if tags.get(word, "n") in "vVD"}


def _happened(passage: Passage, fact: Fact) -> set[str]:
    return set(map(passage.words.canonical, (fact.event or "").lower().split()))
