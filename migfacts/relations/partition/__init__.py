"""Partition: shares of one whole that exclude one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

import msgspec

from migfacts.compare import as_percent
from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import own_noun
from migfacts.relations.partition.exclusion import (
    ANY_JOINT,
    FEWEST,
    JOINT,
    counted_once,
    exclusive,
    of_a_sum,
    origins,
    said_before,
    ways,
)
from migfacts.relations.passage import Passage

_ENTRY: Final = precompiled(r"[^A-Z:]{1,40}: P\W*")
#: A share of a whole of its own.
_OF_ITS_OWN: Final = r"N {of} (?:{definite} )?N[^A-Z;:.,]{0,24}\(P"
LONGEST: Final = 12
ZERO, HUNDRED = Decimal(0), Decimal(100)
#: In characters, between two shares of one sentence.
LONGEST_GAP: Final = 90
#: `By status, 52 per cent are …`: each is of one.
SORTED: Final = r"^{by} (?:{definite} )?{sorted_by},? "
#: What stands for any verb that says of what a whole is made up.
SAME: Final = "="


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The partitions of a document: within a sentence, or in sentences of one shape in a row."""
    open_: list[Passage] = []
    for at, passage in enumerate(passages):
        if passage.shape.count("P") + passage.shape.count("R") >= FEWEST:
            goes_on = at > 0 and passage.adjacent and bool(shares(passages[at - 1]))
            yield from (_open(found, goes_on=goes_on) for found in _within(passage))
        yield from _with_rest(passages, at)
        open_ = _run(open_, passage)
        own = passage.words.pattern(r"^{of} (?:{definite} )?[^\W\d_]").match(passage.skeleton)
        reworded = passage.words.pattern(r"^{equivalent}").match(passage.skeleton)
        ends = passage.has("others") and own is None and reworded is None  # in other words
        rest = len(open_) >= FEWEST and ends
        if rest or _is_whole_list(open_, passages, at):
            parts = [fact for each in open_ for fact in shares(each)]
            found = Relation(kind="partition", roles={"shares": parts}, complete=rest)
            yield from _silenced(found, passages)
            open_ = []


def _with_rest(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`70 per cent had work, a further 18 per cent land. The remaining 22 per cent were …`.

    Of shares of which some add up with the rest it is the rest of these.
    """
    if not at or not passages[at].adjacent:
        return
    passage, before = passages[at], passages[at - 1]
    rest, told = shares(passage), shares(before)
    led = passage.words.pattern(r"^(?:{definite} )?{remaining} $")
    if len(rest) != 1 or len(told) < FEWEST or led.match(passage.before(rest[0])) is None:
        return
    others = [
        fact for fact in before.facts if fact not in told and fact.kind in ("percent", "ratio")
    ]
    goes_on = at > 1 and before.adjacent and bool(shares(passages[at - 2]))
    inner = before.words.pattern(r"(?:,|{and}|{while}) (?:{of_whom}|{of_them})").search(
        before.skeleton
    )
    if others or goes_on or inner is not None or len(told) > LONGEST:
        return
    left = HUNDRED - (rest[0].value or ZERO)
    sums = {sum((fact.value or ZERO for fact in some), ZERO)
            for many in range(1, len(told)) for some in combinations(told, many)}  # fmt: skip
    if not any(abs(each - left) <= 1 for each in sums):
        yield Relation(kind="partition", roles={"shares": [*told, *rest]}, complete=True)


def _may_be_several(passage: Passage) -> bool:
    """Do the shares answer a question to which several answers may be given?"""
    return passage.has("answers") or passage.words.has("answers", said_before(passage))


def _open(found: Relation, *, goes_on: bool) -> Relation:
    """Of shares that go on from the sentence before, the rest is that of all of them."""
    return msgspec.structs.replace(found, complete=False) if goes_on else found


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
        if fact.kind not in ("date", "duration", "count", "number", "ordinal", "age")
    ]
    parts = _shares(passage)
    if len(parts) > FEWEST and _leaves(passage, parts):
        yield Relation(kind="partition", roles={"shares": parts[:FEWEST]}, complete=True)
        return
    if any(map(_is_part, facts)):
        yield from _with_fractions(passage, facts, parts)
        return
    if len(parts) < FEWEST or len(parts) != len(facts) or len(parts) > LONGEST:
        return
    if len(list(passage.find(_OF_ITS_OWN))) > 1:
        return  # among women 477 of 682 (70 per cent), among men 347 of 558 (62 per cent)
    if all(_led_by_place(passage, fact) for fact in parts):
        return  # in the camps 70 per cent own one, outside them 55
    abroad = origins(passage, parts)
    of_sum = of_a_sum(passage, parts)
    once = counted_once(passage) or of_sum or passage.words.pattern(SORTED).match(passage.skeleton)
    if passage.has("compared") or (not once and _may_be_several(passage)):
        return
    if passage.words.pattern(r"{from} (?:{equivalent} )?[PR]").search(passage.skeleton):
        return
    apart = abroad or once or passage.has("make_up") or ways(passage, parts)
    joint = ANY_JOINT if apart else JOINT
    if any(not _joined(passage, one, other, joint) for one, other in pairwise(parts)):
        return
    within = passage.words.pattern(r"{among} {remaining}").search(passage.skeleton) is not None
    last = passage.words.has("remaining", passage.before(parts[-1]))  # and no count of the rest
    if len(parts) == FEWEST:  # 61 per cent have a room, the other 49 per cent a tent
        led = passage.words.pattern(r"(?:^|, |; |{and} ){definite} {others} $")
        last = last or led.search(passage.before(parts[-1])) is not None
    rest = last and not within  # 82 per cent in these, 73 in the others
    if rest and len({(fact.place, fact.period) for fact in parts}) > 1:
        return
    if rest or once or exclusive(passage, parts):
        yield Relation(kind="partition", roles={"shares": parts}, complete=rest)


def _leaves(passage: Passage, parts: list[Fact]) -> bool:
    """`86 per cent are huts, while the remaining 14 are tents, and 96 per cent of them leak`."""
    lead = passage.words.pattern(
        rf"{JOINT} ?(?:{{while}} |{{and}} )?(?:{{definite}} )?{{remaining}} $"
    )
    first, second = parts[:FEWEST]
    alone = passage.facts.index(second) - passage.facts.index(first) == 1
    return alone and lead.search(passage.before(second)) is not None


def _led_by_place(passage: Passage, fact: Fact) -> bool:
    """`, outside the camps 55 per cent`: does a place of its own lead to a share?"""
    led = passage.words.pattern(r"(?:^|[,;] |{and} ){where} [^A-Z;:.,]{1,24} $")
    return led.search(passage.before(fact)) is not None


def _with_fractions(passage: Passage, facts: list[Fact], parts: list[Fact]) -> Iterator[Relation]:
    """`two thirds are refugees, and the other 33 per cent locals`: some are told as fractions."""
    fractions = [fact for fact in facts if _is_part(fact)]
    if len(fractions) + len(parts) != len(facts) or len(facts) < FEWEST:
        return
    rest = False
    if len(facts) == FEWEST:
        others = passage.words.pattern(r"{others} ?$").search(passage.before(facts[1]))
        if not _is_part(facts[0]) or not parts:
            return
        rest = others is not None
        told = rest or ways(passage, facts) or exclusive(passage, facts)
    else:
        told = ways(passage, facts) or (not parts and of_a_sum(passage, facts))
    if told:
        shares = [_as_share(fact) if _is_part(fact) else fact for fact in facts]
        yield Relation(kind="partition", roles={"shares": shares}, complete=rest)


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
    if len(between) > LONGEST_GAP or passage.words.has("than", between):
        return False  # men did better, at 71 per cent, than women with 60 per cent
    if passage.words.pattern(r",? {or} $").search(between) is not None:
        return False  # 55 per cent of all, or 65 per cent of those who answered
    return passage.words.pattern(joint).search(between) is not None


def _run(open_: list[Passage], passage: Passage) -> list[Passage]:
    """The sentences of one share each that follow one another."""
    parts = shares(passage)
    others = [
        fact
        for fact in passage.facts
        if fact.kind not in ("date", "age") and fact not in parts and not _is_age_group(fact)
    ]
    if len(parts) != 1 or others:
        return []
    if open_ and passage.adjacent and _goes_on(open_, passage):
        return [*open_, passage]
    return [passage]


def _is_age_group(fact: Fact) -> bool:
    """`Those between 18 and 29 made up 58 per cent`."""
    return fact.kind == "number" and None not in (fact.low, fact.high) and not own_noun(fact)


def _goes_on(open_: list[Passage], passage: Passage) -> bool:
    """Is a sentence built as the one before, or the one that tells the rest of a list?"""
    last = open_[-1]
    entries = _is_entry(last) and _is_entry(passage)
    rest = len(open_) >= FEWEST and _is_others(passage)
    return bool(_shape(last) & _shape(passage)) or entries or rest


def _is_others(passage: Passage) -> bool:
    """`Everything else made up the other 31 per cent`."""
    share = shares(passage)[0]
    return passage.words.pattern(r"{others} ?$").search(passage.before(share)) is not None


def _shape(passage: Passage) -> set[str]:
    """The verbs of a sentence, by which sentences of a list are alike; to be is to make up."""
    sentence = passage.sentence
    tags, words = sentence.tags, passage.words
    makes_up = {wording.split()[0] for wording in words.words("make_up")}
    return {
        SAME if word.lower in makes_up else words.canonical(word.lower)
        for at, word in enumerate(sentence.words)
        if tags[at] in "vVDbzx" and not (at and tags[at] in "bz" and tags[at - 1] in "djo")
    }


def _is_entry(passage: Passage) -> bool:
    """Is it an item of a list that is no more than a name and its share: `Syrian: 44%`?"""
    return passage.kind == "item" and _ENTRY.fullmatch(passage.skeleton) is not None


def _is_whole_list(open_: list[Passage], passages: list[Passage], at: int) -> bool:
    """Does a list of shares end that answers a question with one answer each?"""
    if len(open_) <= FEWEST:
        return False
    behind = passages[at + 1] if at + 1 < len(passages) and passages[at + 1].adjacent else None
    if not all(map(_is_entry, open_)):
        more = behind is not None and len(_run(open_, behind)) > len(open_)
        return not more and counted_once(open_[0])
    goes_on = behind is not None and _is_entry(behind)
    return not goes_on and (counted_once(open_[0]) or all(map(_is_nationality, open_)))


def _is_nationality(passage: Passage) -> bool:
    """`- Syrian: 44%`: is an item named by a nationality?"""
    return any(map(passage.words.is_demonym, re.findall(r"[^\W\d_]+", passage.skeleton)))


def _silenced(found: Relation, passages: list[Passage]) -> Iterator[Relation]:
    if not any(passage.has("apart") or passage.has("answers") for passage in passages):
        yield found
