"""Share: a whole, a part of it, and the percentage or ratio that the part is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations import (
    elsewhere,
    majority,
    named_whole,
    portion,
    rated,
    referred,
    remainder,
    too_many,
)
from migfacts.relations import share_patterns as pattern
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage, places
from migfacts.relations.wholes import (
    BACK,
    all_before,
    amount_before,
    before_that,
    can_be,
    fits,
    has_larger,
    is_modifier,
    is_of_another,
    is_of_part,
    is_on_top,
    is_share,
    last_with,
    most,
    only_one,
    part_of,
    share_beside,
    singulars,
)

#: In characters, before a wording: `instead | of the 425 first announced`.
LEAD: Final = 12


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The shares of a document: within a sentence, or of a whole named a few sentences before."""
    where = places(passages)
    for relation in _told(passages):
        if not elsewhere.is_share_of_others(passages, where, relation):
            yield relation


def _told(passages: list[Passage]) -> Iterator[Relation]:
    for at, passage in enumerate(passages):
        shape = passage.shape
        if passage.has("most_of") or passage.has("mostly") or passage.has("majority"):
            yield from majority.read(passages, at)
        if shape.count("P") == 1:
            yield from named_whole.funded_on(passages, at)
            yield from rated.read(passages, at)
        if not ("N" in shape or "M" in shape):
            continue
        yield from _of_these(passages, at)
        yield from remainder.read(passages, at)
        yield from too_many.read(passages, at)
        if len(shape) < 2:
            continue
        yield from too_many.in_ten(passage)
        found = list(_within(passage))
        yield from found
        if "P" in shape or "R" in shape:
            done = {id(relation.one("share")) for relation in found if relation.one("share")}
            yield from _of_them(passages, at, done)
            yield from named_whole.of_asked(passages, at, done)
            yield from named_whole.of_counted(passages, at, done)
            across = list(_across(passages, at, done))
            yield from across
            done |= {id(share) for each in across for share in each.roles.get("share", ())}
            aside = list(portion.read(passages, at, done))
            yield from aside
            done |= {id(relation.one("share")) for relation in aside}
            yield from referred.read(passages, at, done)


def _within(passage: Passage) -> Iterator[Relation]:
    done: set[tuple[int, ...]] = set()
    shape = passage.shape
    shared, many = "P" in shape or "R" in shape, shape.count("N") + shape.count("M") > 1
    for match in chain.from_iterable(map(passage.find, pattern.TRIPLES if shared else ())):
        whole, part, share = (passage.fact(match, name) for name in ("whole", "part", "share"))
        if whole and part and share and alike(part, whole) and part is not whole:
            if is_modifier(whole):
                continue
            done.add((id(whole), id(part)))
            if any(fits(part, whole, fact) for fact in passage.facts if fact is not share):
                continue  # the target of 90 per cent is far off: 199 of 250, 80 per cent
            yield part_of(whole, part, share)
    for template in pattern.PAIRS if many else ():
        for match in passage.find(template):
            whole, part = passage.fact(match, "whole"), passage.fact(match, "part")
            if not whole or not part or not can_be(passage, part, whole):
                continue
            if _is_no_part(passage, match, template, whole, part):
                continue
            if (id(whole), id(part)) not in done:
                done.add((id(whole), id(part)))
                share = share_beside(passage, part)
                if template not in pattern.WHOLE_FIRST:  # 53 of 296 (18 per cent), among them 24
                    share = share or share_beside(passage, whole)
                if share is None and template in pattern.BEFORE_DONE:
                    share = _share_done(passage, max(part, whole, key=lambda fact: fact.end))
                rest = _share_of_rest(passage, part) if share is None else None
                if rest is not None:
                    roles = {"whole": [whole], "part": [part], "share": [rest]}
                    yield Relation(kind="share", roles=roles, how="rest")
                    continue
                others = (fact for fact in passage.facts if fact is not share)
                if share is None or not any(fits(part, whole, fact) for fact in others):
                    yield part_of(whole, part, share)  # 41% rather than 54% (146 of 360)


def _share_of_rest(passage: Passage, part: Fact) -> Fact | None:
    """`840 deminers, of whom 588 are men, while women make up the other 30 per cent`."""
    behind = next((fact for fact in passage.behind(part) if fact.kind != "date"), None)
    if behind is None or behind.kind != "percent" or behind.change is not None:
        return None
    rest = passage.words.pattern(r"(?:{others}|{remaining}) $").search(passage.before(behind))
    return behind if rest is not None else None


def _is_no_part(
    passage: Passage, match: re.Match[str], template: str, whole: Fact, part: Fact
) -> bool:
    """Do the words between, or what they count, speak against a part and its whole?"""
    if (part.value or 0) > most(whole) or is_on_top(passage, whole):
        return True
    lead = passage.skeleton[max(0, match.start() - LEAD) : match.end()]
    if passage.words.pattern(r"{no_part} {of}").search(lead) is not None:
        return True  # 431,000 households instead of the 425,000 first announced
    if template is pattern.N_OF_N:
        return own_noun(part)  # 32 classes of about twelve
    if template in pattern.WHOLE_FIRST and _is_of_those_before(passage, whole):
        return True
    if template is not pattern.OF_WHOLE:
        return False
    if passage.words.has("result", match["lead"]):
        return True  # four days out of the six, so that 16 are there
    verb = passage.words.pattern(r"^ (?:{be}|{has})\b").match(passage.after(whole))
    if verb is not None and passage.words.has("these", passage.before(whole)):
        return True  # of these 528 were granted, 607 refused
    if is_of_another(passage, whole, back=True) or is_of_another(passage, part, back=False):
        return True  # in 64 of the 143 outings it met some, and accompanied 388
    return own_noun(part) and heads(part) != heads(whole)


def _is_of_those_before(passage: Passage, whole: Fact) -> bool:
    """`22 participants from 13 agencies, of whom 15 are women`: are the people those before?"""
    people, at = passage.words.shared["people"], passage.facts.index(whole)
    if not at or heads(whole) in people or not own_noun(whole):
        return False
    before = passage.facts[at - 1]
    hangs = passage.words.pattern(r" (?:{from}|{in}|{at}|{of}) (?:{definite} )?$").search(
        passage.after(before)
    )
    return hangs is not None and own_noun(before) and heads(before) in people


def _of_them(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
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


def _of_these(passages: list[Passage], at: int) -> Iterator[Relation]:
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


def _share_done(passage: Passage, last: Fact) -> Fact | None:
    """`Of the 120 million needed, 36 million had come in, so that it was 30 per cent funded`."""
    found = [fact for fact in passage.facts if fact.start > last.end and fact.kind != "date"]
    if len(found) != 1 or found[0].kind != "percent" or found[0].change is not None:
        return None
    done = passage.words.pattern(r"^ {done}").match(passage.after(found[0]))
    level = passage.words.pattern(r", {article} [^A-Z;:.,]{3,30} {of} $")  # a rate of 65 per cent
    told = done is not None or level.search(passage.before(found[0])) is not None
    return found[0] if told else None


def _across(passages: list[Passage], at: int, done: set[int]) -> Iterator[Relation]:
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
