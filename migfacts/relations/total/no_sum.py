"""Numbers that look like a total and its parts, and are none."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.relation import Relation
from migfacts.relations.lists import heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import fits, share_beside
from migfacts.relations.total import stock
from migfacts.relations.total.parts import is_total

ZERO: Final = Decimal(0)


def is_no_sum(passages: list[Passage], where: dict[int, int], found: Relation) -> bool:
    """Are they a balance, parts that overlap, or what each of the parts has?"""
    reasons = stock.is_balance, _overlap, _counts_theirs, _dwarfed
    return any(holds(passages, where, found) for holds in reasons)


def _dwarfed(passages: list[Passage], where: dict[int, int], found: Relation) -> bool:
    """`16 colours: …`, `256 colours: …`, `65,536 colours: …`: is each part more than the total?"""
    total, parts = found.roles["total"][0], found.roles["parts"]
    if is_total(passages[where[total.start]], total):
        return False
    return all((part.value or ZERO) > 2 * (total.value or ZERO) for part in parts)


def _counts_theirs(passages: list[Passage], where: dict[int, int], found: Relation) -> bool:
    """`Nine nurses with a full post and two with half a post, ten posts in all`: what each has?"""
    total, parts = found.roles["total"][0], found.roles["parts"]
    if not own_noun(total) or any(heads(part) == heads(total) for part in parts):
        return False
    passage = passages[where[parts[0].start]]
    singular = passage.words.language.singular
    whole = passage.words.pattern(r"(?:{among}|{of}) {definite} [^\W\d_]+")  # among the returnees
    beside = (part for part in parts if where[part.start] == where[parts[0].start])
    said = (whole.sub("", passage.after(part)) for part in beside)
    return any(heads(total) in map(singular, words.split()) for words in said)


def _overlap(passages: list[Passage], where: dict[int, int], found: Relation) -> bool:
    """Are the parts told as answers of which several may be given, or have each their own share?

    `819 (63 per cent) had borrowed, 455 (35 per cent) had skipped meals` of 1,300: each is right.
    """
    total, parts = found.roles["total"][0], found.roles["parts"]
    at = where[parts[-1].start]
    told = passages[at : at + 1 + (at + 1 < len(passages) and passages[at + 1].adjacent)]
    if any(passage.has("answers") for passage in told):
        return True
    shares = ((part, share_beside(passages[where[part.start]], part)) for part in parts)
    return all(share is not None and fits(part, total, share) for part, share in shares)
