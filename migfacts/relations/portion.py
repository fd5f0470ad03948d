"""Portion: a share told aside, of the only two numbers of one sort that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.wholes import HUNDRED, is_share, only_one, part_of, singulars

#: A share is no more than that many times what it is, if it is misreported.
LOOSE: Final = 3
#: In a sentence with more numbers than these nothing stands beside another.
MOST: Final = 24
#: `640 work at night, that is one in five`; `45 per cent, that is 3,200`.
_ASIDE: Final = r"(?:, (?:{link} |{or} )?| ?\((?:{link} )?| – )$"


def read(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
    """The shares of a passage whose part and whole no wording sets out, without those `done`."""
    passage = passages[at]
    for share in passage.facts[:MOST]:
        if share.kind not in ("percent", "ratio") or id(share) in done:
            continue
        if not is_share(passage, share) or share.per is not None:
            continue
        part = _part(passage, share)
        whole = _whole(passages, at, share, part) if part is not None else None
        if part is not None and whole is not None and _is_plausible(whole, part, share):
            yield part_of(whole, part, share)


def _part(passage: Passage, share: Fact) -> Fact | None:
    """The number that the share says aside, or that says it: the one before, or the one behind."""
    at = passage.facts.index(share)
    aside = passage.words.pattern(_ASIDE)
    if at and aside.search(passage.before(share)) is not None:
        return _countable(passage.facts[at - 1])
    behind = passage.facts[at + 1 : at + 2]
    if passage.words.has("and", passage.after(share)):
        return None
    if behind and aside.search(passage.before(behind[0])) is not None:
        return _countable(behind[0])
    return None


def _countable(fact: Fact) -> Fact | None:
    counts = fact.kind in (*NUMBERS, "money", "measure")
    return fact if counts and fact.value and fact.change is None and fact.per is None else None


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
        led = passage.words.pattern(r"(?:{of_the}|^{of}|{part_of}) ?$").search(
            passage.before(whole)
        )
        larger = len(likes) == 1 and (whole.value or 0) > (part.value or 0)
        opens = led is not None and not passage.skeleton[: led.start()].strip()
        # of the 90 pupils 30 work nights: what looks like a noun may be a verb
        return whole if larger and (opens or (led and len(nouns) < 2)) else None
    said = passage.words.pattern(r"(?:{of_the}|^{of}) (?:[^A-Z;:.,()]{3,30}) ?$").search(
        passage.before(min(share, part, key=lambda fact: fact.start))
    )
    if said is None:
        return None
    found = only_one(passages, at, part, singulars(passage, said[0]))
    return found[0] if found and (found[0].value or 0) > (part.value or 0) else None


def _is_plausible(whole: Fact, part: Fact, share: Fact) -> bool:
    said = share.value if share.kind == "percent" else as_percent(share).value
    if not whole.value or part.value is None or not said or said > HUNDRED:
        return False
    told = part.value / whole.value * HUNDRED
    return said <= told * LOOSE and told <= said * LOOSE
