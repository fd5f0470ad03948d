"""Portion: a share told aside, of the only two numbers of one sort that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.compare import as_percent
from migfacts.fact import SHARES, Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern
from migfacts.relations.share.wholes import (
    HUNDRED,
    is_of_part,
    is_share,
    only_one,
    part_of,
    singulars,
)

#: A share is no more than that many times what it is, if it is misreported.
LOOSE: Final = 3
#: How many sentences off the whole of a share may be told.
FAR: Final = 100
#: In points, what a share in words is off.
ROUGH: Final = Decimal("2.5")
ZERO: Final = Decimal(0)
#: Of so few nothing is a share that would be told.
FEW: Final = 10
#: In a sentence with more numbers than these nothing stands beside another.
MOST: Final = 24
#: `640 work at night, that is one in five`; `45 per cent, that is 3,200`.
_ASIDE: Final = r"(?:, (?:{link} |{or} )?| ?\((?:{link} )?| – )$"


def read(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """The shares of a passage whose part and whole no wording sets out, without those `done`."""
    passage = passages[at]
    for share in passage.facts[:MOST]:
        if share.kind not in SHARES or id(share) in done:
            continue
        if not is_share(passage, share) or share.per is not None:
            continue
        part = _part(passage, share)
        if part is not None and heads(part) in passage.words.shared["points"]:
            continue  # 11.4 per cent, 2.1 points over that of the year before
        whole = _whole(passages, at, share, part) if part is not None else None
        if part is None or whole is None or not _is_plausible(whole, part, share):
            continue
        near = passages[max(0, at - FAR) : at + FAR]
        if not _is_of_another(near, whole, part, share):
            yield part_of(whole, part, share)


def _is_of_another(passages: list[Passage], whole: Fact, part: Fact, share: Fact) -> bool:
    """Is the part this share of any number about it, or of itself and the other together?

    The whole may stand far from it, or nowhere: `4,480 came, or 36 per cent, and 7,960 stayed`.
    """
    close = ROUGH if share.kind == "ratio" else 1
    said = (as_percent(share) if share.kind == "ratio" else share).value or ZERO
    part_value = part.value or ZERO
    wholes = [(whole.value or ZERO) + part_value]
    wholes += [
        fact.value or ZERO
        for passage in passages
        for fact in passage.facts
        if alike(fact, part) and (fact.value or 0) > part_value
    ]
    return any(abs(part_value / whole * HUNDRED - said) <= close for whole in wholes)


def _part(passage: Passage, share: Fact) -> Fact | None:
    """The number that the share says aside, or that says it: the one before, or the one behind."""
    at, words, after = passage.facts.index(share), passage.words, passage.after(share)
    aside = words.pattern(_ASIDE)
    if at and aside.search(passage.before(share)) is not None:
        theirs = words.pattern(r"^ {of} {definite}").match(after)  # 60 per cent of this money
        clause = words.pattern(pattern.CLAUSE).search(passage.before(share))  # …, when fevers (8 %)
        return _countable(passage.facts[at - 1]) if not (theirs or clause) else None
    behind = passage.facts[at + 1 : at + 2]
    if words.has("while", after):  # 46 per cent of the staff, but most of the posts (11 of 18)
        return None
    if behind and aside.search(passage.before(behind[0])) is not None:
        return _countable(behind[0])
    return None


def _countable(fact: Fact) -> Fact | None:
    counts = fact.kind in (*NUMBERS, "money", "measure")
    whole = fact.change is None and fact.per is None and fact.statistic is None
    return fact if counts and fact.value and whole else None


def _whole(passages: list[Passage], at: int, share: Fact, part: Fact) -> Fact | None:
    """The one larger number of its sort in the sentence, or the one of its noun before it."""
    passage = passages[at]
    likes = [
        fact
        for fact in passage.facts
        if fact is not part and alike(fact, part) and _countable(fact)
    ]
    if likes:
        whole = likes[0]
        nouns = {heads(fact) for fact in (whole, part) if own_noun(fact)}
        led = passage.words.pattern(r"^(?:{of_the}|{of}) ?$").match(passage.before(whole))
        opens = led is not None and whole is passage.facts[0]
        larger = len(likes) == 1 and (whole.value or 0) > (part.value or 0)
        # of the 90 pupils 30 work nights: what looks like a noun may be a verb
        shares = sum(fact.kind in SHARES for fact in passage.facts)
        alone = shares == 1 and whole.period == part.period and len(nouns) < 2
        alone = alone and (part.value or 0) >= FEW
        return whole if larger and (opens or alone) else None
    said = passage.words.pattern(r"(?:{of_the}|^{of}) (?:[^A-Z;:.,()]{3,30}) ?$").search(
        passage.before(min(share, part, key=lambda fact: fact.start))
    )
    if said is None:
        own = is_of_part(passage, part, share)
        return None if own else _only_before(passages, at, part)
    found = only_one(passages, at, part, singulars(passage, said[0]))
    return found[0] if found and (found[0].value or 0) > (part.value or 0) else None


def _only_before(passages: list[Passage], at: int, part: Fact) -> Fact | None:
    """`3,200 permits were granted. One in four, or 640, went to women`: the only like it there."""
    if not at or not passages[at].adjacent:
        return None
    likes = [fact for fact in passages[at - 1].facts if alike(fact, part) and _countable(fact)]
    nouns = {heads(fact) for fact in (*likes, part) if own_noun(fact)}
    shares = sum(fact.kind in SHARES for each in passages[at - 1 : at + 1] for fact in each.facts)
    larger = len(likes) == 1 and (likes[0].value or 0) > (part.value or 0)
    alone = shares == 1 and (part.value or 0) >= FEW
    return likes[0] if larger and alone and len(nouns) < 2 else None


def _is_plausible(whole: Fact, part: Fact, share: Fact) -> bool:
    said = share.value if share.kind == "percent" else as_percent(share).value
    if not whole.value or part.value is None or not said or said > HUNDRED:
        return False
    told = part.value / whole.value * HUNDRED
    return said <= told * LOOSE and told <= said * LOOSE
