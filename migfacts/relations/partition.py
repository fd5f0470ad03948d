"""Partition: shares of one whole that exclude one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import msgspec

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.passage import Passage

_JOINT: Final = r"(?:,|;|{while})"
#: Where groups are said to make up a whole.
_ANY_JOINT: Final = r"(?:,|;|{while}|{and})"
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENTRY: Final = re.compile(r"[^A-Z:]{1,40}: P\W*")
_SENTENCES: Final = re.compile(r"[.!?]\s+")
FEWEST: Final = 2
LONGEST: Final = 12
#: How far before its answers a question may stand, in characters.
BEFORE: Final = 160
#: What stands for any verb that says of what a whole is made up.
SAME: Final = "="


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The partitions of a document: within a sentence, or in sentences of one shape in a row."""
    open_: list[Passage] = []
    for passage in passages:
        if passage.shape.count("P") + passage.shape.count("R") >= FEWEST:
            yield from _within(passage)
        open_ = _run(open_, passage)
        if len(open_) >= FEWEST and passage.has("others"):
            found = _relation(
                open_[0], [fact for each in open_ for fact in shares(each)], rest=True
            )
            yield from _silenced(found, passages)
            open_ = []


def shares(passage: Passage) -> list[Fact]:
    """The percentages that are shares, not changes."""
    return [
        fact
        for fact in passage.facts
        if fact.kind == "percent" and fact.unit == "percent" and fact.change is None
        and fact.value is not None
    ]  # fmt: skip


def _within(passage: Passage) -> Iterator[Relation]:
    facts = [
        fact
        for fact in passage.facts
        if fact.kind not in ("date", "count", "number", "ordinal", "age")
    ]
    ratios = [fact for fact in facts if _is_part(fact)]
    if len(ratios) == len(facts) > FEWEST and _of_a_sum(passage, ratios):
        yield Relation(kind="partition", roles={"shares": [_as_share(fact) for fact in ratios]})
        return
    parts = _shares(passage)
    if len(parts) == 1 and len(facts) == FEWEST:
        yield from _rest(passage, facts)
        if _is_part(facts[0]) and _ways(passage, facts):
            shares = [_as_share(facts[0]), facts[1]]
            yield Relation(kind="partition", roles={"shares": shares})
    if len(parts) < FEWEST or len(parts) != len(facts) or len(parts) > LONGEST:
        return
    origins = _origins(passage, parts)
    if passage.has("answers") or passage.has("compared"):
        return
    if passage.words.has("answers", _said_before(passage)):
        return
    if passage.words.pattern(r"{from} (?:{equivalent} )?[PR]").search(passage.skeleton):
        return
    apart = origins or passage.has("make_up") or _ways(passage, parts)
    joint = _ANY_JOINT if apart else _JOINT
    if any(not _joined(passage, one, other, joint) for one, other in pairwise(parts)):
        return
    rest = passage.has("remaining")
    if rest and len({(fact.place, fact.period) for fact in parts}) > 1:
        return
    if rest or _exclusive(passage, parts):
        yield Relation(kind="partition", roles={"shares": parts}, complete=rest)


def _rest(passage: Passage, facts: list[Fact]) -> Iterator[Relation]:
    """`two thirds are refugees, and the other 33 per cent locals`."""
    part, other = facts
    if not _is_part(part) or other.kind != "percent":
        return
    if passage.words.pattern(r"{others} ?$").search(passage.before(other)) is None:
        return
    yield Relation(kind="partition", roles={"shares": [_as_share(part), other]}, complete=True)


def _is_part(fact: Fact) -> bool:
    return fact.kind == "ratio" and fact.value is not None and fact.value < 1 and not fact.change


def _as_share(part: Fact) -> Fact:
    """A fraction as a percentage, which it tells only about."""
    return msgspec.structs.replace(as_percent(part), bound="approx")


def _shares(passage: Passage) -> list[Fact]:
    """Shares of a sentence; `made up` and the like are no rise."""
    return [
        fact
        for fact in passage.facts
        if fact.kind == "percent" and fact.unit == "percent" and fact.value is not None
    ]


def _joined(passage: Passage, one: Fact, other: Fact, joint: str) -> bool:
    between = passage.skeleton[passage.position(one) + 1 : passage.position(other)]
    return len(between) <= 90 and passage.words.pattern(joint).search(between) is not None


def _exclusive(passage: Passage, parts: list[Fact]) -> bool:
    """Is each share that of a group of its own, of groups that exclude one another?"""
    words = passage.words
    said = _WORD.findall(passage.skeleton)
    if _wholes(passage, parts) > 1:
        return False
    if _origins(passage, parts) or _ways(passage, parts):
        return True
    if len({(fact.place, fact.period) for fact in parts}) > 1 or _named_apart(passage, parts):
        return False
    if _rates(passage, parts):
        return False
    for line in words.words("groups"):
        named = [group for group in said if group in line.split()]
        if len(named) == len(set(named)) == len(parts):
            return True
    if len(parts) > FEWEST and words.has("main", passage.skeleton + _said_before(passage)):
        return True
    if len(parts) > FEWEST and all(_is_of_age(passage, fact) for fact in parts):
        return True
    if len(parts) > FEWEST and words.pattern(r"{others} ?$").search(passage.before(parts[-1])):
        return True
    if len(parts) > FEWEST and passage.has("make_up") and _sorts(passage, parts):
        return True
    return _nationalities(passage, parts) or _of_a_sum(passage, parts)


def _sorts(passage: Passage, parts: list[Fact]) -> bool:
    """`Coastal families make up 48 per cent, hill families 39 per cent`: sorts of one noun."""
    joint = passage.words.pattern(rf"{_ANY_JOINT}|[:.()]")
    leads = [frozenset(_WORD.findall(joint.split(passage.before(fact))[-1])) for fact in parts]
    return bool(frozenset.intersection(*leads)) and len(set(leads)) == len(leads)


def _is_of_age(passage: Passage, fact: Fact) -> bool:
    """`52 per cent are children`, `14 per cent are aged 60 and over`: a share of one age."""
    after = passage.after(fact)
    sorts = set(_WORD.findall(after.partition(",")[0])) & passage.words.shared["ages"]
    at = passage.facts.index(fact) + 1
    aged = at < len(passage.facts) and passage.facts[at].kind == "age" and "," not in after
    return bool(sorts) or aged


def _said_before(passage: Passage) -> str:
    """The sentence before, in small letters, if it may be the question that shares answer."""
    start = passage.sentence.starts[0]
    text = passage.sentence.prose[max(0, start - BEFORE) : start].strip().lower()
    said = _SENTENCES.split(text)[-1]
    return "" if any(char.isdigit() for char in said) else said


def _of_a_sum(passage: Passage, parts: list[Fact]) -> bool:
    """`71 per cent of its income, firms 24 and churches another 15`: money is spent but once."""
    of_sum = passage.words.pattern(r"^ {of} (?:[^\W\d_]+ )?{sums}")
    return len(parts) > FEWEST and of_sum.match(passage.after(parts[0])) is not None


def _wholes(passage: Passage, parts: list[Fact]) -> int:
    """How many wholes the shares are said to be of: `80% of nurses … and 76% of doctors …`."""
    after = passage.words.pattern(r"^ {of} (.{0,24})")
    found = [match[1] for fact in parts if (match := after.match(passage.after(fact)))]
    return len({tuple(text.split()[:2]) for text in found})


def _origins(passage: Passage, parts: list[Fact]) -> bool:
    """`48 per cent came from Togo, 37 per cent from Benin`: nobody comes from two countries."""
    words, rest = passage.words, parts[1:]
    if len(parts) <= FEWEST or not words.has("origin", passage.after(parts[0])):
        return False
    return all(words.pattern(r"^ {from} ").match(passage.after(fact)) for fact in rest)


def _ways(passage: Passage, parts: list[Fact]) -> bool:
    """`48 per cent came by boat and 37 per cent came by air`: each came in one way."""
    way = passage.words.pattern(r"^ (?:{of} [^,;]{1,30} )?{came} ")
    if len(parts) > FEWEST:
        way = passage.words.pattern(r"^ (?:{of} [^,;]{1,30} )?(?:{came}|{by}) ")
    return all(way.match(passage.after(fact)) for fact in parts) or _dwellings(passage, parts)


def _dwellings(passage: Passage, parts: list[Fact]) -> bool:
    """`48 per cent slept in huts, 37 per cent in tents and 15 per cent with relatives`."""
    lives = passage.words.pattern(r"^ (?:{of} [^,;]{1,30} )?{dwell} ")
    where = passage.words.pattern(r"^ (?:{dwell} )?(?:{where}|{with}) ")
    first, *others = (passage.after(fact) for fact in parts)
    return (
        len(parts) > FEWEST
        and lives.match(first) is not None
        and all(where.match(behind) for behind in others)
    )


def _rates(passage: Passage, parts: list[Fact]) -> bool:
    """Are they rates within each group: `57 per cent among women and 64 per cent among men`?"""
    groups = {group for line in passage.words.words("groups") for group in line.split()}
    behind = passage.words.pattern(r"^ {among} ([^\W\d_]+)")
    before = passage.words.pattern(r"{among} ([^\W\d_]+),? $")
    found = (
        behind.match(passage.after(fact)) or before.search(passage.before(fact)) for fact in parts
    )
    return sum(match is not None and match[1] in groups for match in found) > 1


def _named_apart(passage: Passage, parts: list[Fact]) -> bool:
    """Does each share stand with a name of its own, as of a town?"""
    sentence = passage.sentence
    spans = dict(zip(map(id, passage.facts), passage.spans, strict=True))
    starts = [spans[id(fact)][0] for fact in parts]
    named = set()
    for word, tag, at in zip(sentence.words, sentence.tags, sentence.starts, strict=True):
        is_name = tag in "XZ" and word.capital and at > sentence.starts[0]
        if is_name and not passage.words.is_demonym(word.lower):
            named.add(sum(start <= at for start in starts))
    return len(named) > 1


def _groups(passage: Passage, fact: Fact) -> set[str]:
    """The words of the clause around a share."""
    joint = passage.words.pattern(rf"{_JOINT}|[:.()]")
    before, after = joint.split(passage.before(fact))[-1], joint.split(passage.after(fact))[0]
    return set(_WORD.findall(f"{before} {after}"))


def _nationalities(passage: Passage, parts: list[Fact]) -> bool:
    return len(parts) > FEWEST and all(
        any(map(passage.words.is_demonym, _groups(passage, fact))) for fact in parts
    )


def _run(open_: list[Passage], passage: Passage) -> list[Passage]:
    """The sentences of one share each that follow one another."""
    parts = shares(passage)
    others = [fact for fact in passage.facts if fact.kind not in ("date",) and fact not in parts]
    if len(parts) != 1 or others:
        return []
    if (
        open_
        and passage.adjacent
        and (_shape(open_[-1]) & _shape(passage) or (_is_entry(open_[-1]) and _is_entry(passage)))
    ):
        return [*open_, passage]
    return [passage]


def _shape(passage: Passage) -> set[str]:
    """The verbs of a sentence, by which sentences of a list are alike; to be is to make up."""
    sentence = passage.sentence
    makes_up = {wording.split()[0] for wording in passage.words.words("make_up")}
    return {
        SAME if word.lower in makes_up else word.lower
        for word, tag in zip(sentence.words, sentence.tags, strict=True)
        if tag in "vVDbzx"
    }


def _is_entry(passage: Passage) -> bool:
    """Is it an item of a list that is no more than a name and its share: `Syrian: 44%`?"""
    return passage.kind == "item" and _ENTRY.fullmatch(passage.skeleton) is not None


def _relation(passage: Passage, parts: list[Fact], *, rest: bool) -> Relation:
    del passage
    return Relation(kind="partition", roles={"shares": parts}, complete=rest)


def _silenced(found: Relation, passages: list[Passage]) -> Iterator[Relation]:
    if not any(passage.has("apart") or passage.has("answers") for passage in passages):
        yield found
