"""Within: a whole and its part, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern
from migfacts.relations.share.wholes import (
    can_be,
    fits,
    is_modifier,
    is_of_another,
    is_on_top,
    is_outcome,
    most,
    part_of,
    share_beside,
)

#: Of fewer cases, more may die in a day than fall ill.
MANY: Final = 20
#: In characters, before a wording: `instead | of the 425 first announced`.
LEAD: Final = 12


def read(passage: Passage) -> Iterator[Relation]:
    """The shares of one sentence."""
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
            if not whole or not part or (id(whole), id(part)) in done:
                continue
            if not (can_be(passage, part, whole) or _is_sort(passage, template, part, whole)):
                continue
            if not _is_no_part(passage, match, template, whole, part):
                done.add((id(whole), id(part)))
                yield from _pair(passage, template, whole, part)


def _pair(passage: Passage, template: str, whole: Fact, part: Fact) -> Iterator[Relation]:
    """A whole and its part, with the share beside them, if there is one and it is theirs."""
    share = share_beside(passage, part)
    if template not in pattern.WHOLE_FIRST:  # 53 of 296 (18 per cent), among them 24
        share = share or share_beside(passage, whole)
    if share is None and template in pattern.BEFORE_DONE:
        share = _share_done(passage, max(part, whole, key=lambda fact: fact.end))
    if share is not None and passage.words.pattern(r"^ {of} ").match(passage.after(share)):
        share = None  # of the 92, 73 were boys (11.6 per cent of all children)
    if share is not None and template is pattern.OUTCOME and share.start < part.start:
        share = None  # 44 per cent (1,535 cases and 55 deaths)
    rest = _share_of_rest(passage, part) if share is None else None
    if rest is not None:
        roles = {"whole": [whole], "part": [part], "share": [rest]}
        yield Relation(kind="share", roles=roles, how="rest")
        return
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
    if template is pattern.SORT:
        written = (part.entity or "").rpartition(" ")[2].lower()
        return not {heads(part), written} & passage.words.shared["exclusive"]
    if template is pattern.OUTCOME:
        return not _is_toll(passage, part, whole)
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


def _is_sort(passage: Passage, template: str, part: Fact, whole: Fact) -> bool:
    """`75, including 10 doctors`, `three Rohingya (including two women)`: people by age or trade.

    The whole has no noun, or a name for one.
    """
    if template not in (pattern.WHOM, pattern.SORT) or not alike(part, whole):
        return False
    named = own_noun(whole) and (whole.entity or "").rpartition(" ")[2][:1].isupper()
    return heads(part) in passage.words.shared["people"] and (named or not heads(whole))


def _is_toll(passage: Passage, part: Fact, whole: Fact) -> bool:
    """`2,757 cases and 68 deaths`; of a few new cases, those who die may be others."""
    shared, said = passage.words.shared, (whole.entity or "").lower().split()
    cases = heads(whole) in shared["cases"] and not shared["recent"] & set(said)
    return cases and (whole.value or 0) >= MANY and is_outcome(passage, part, whole)


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


def _share_done(passage: Passage, last: Fact) -> Fact | None:
    """`Of the 120 million needed, 36 million had come in, so that it was 30 per cent funded`."""
    found = [fact for fact in passage.facts if fact.start > last.end and fact.kind != "date"]
    if len(found) != 1 or found[0].kind != "percent" or found[0].change is not None:
        return None
    done = passage.words.pattern(r"^ {done}").match(passage.after(found[0]))
    level = passage.words.pattern(r", {article} [^A-Z;:.,]{3,30} {of} $")  # a rate of 65 per cent
    told = done is not None or level.search(passage.before(found[0])) is not None
    return found[0] if told else None
