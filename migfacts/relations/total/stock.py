"""Stock: what was there, what came in and what went out, and what is left of it.

`On 1 May the hub held 5,200 tents, and 1,800 more were delivered. After 2,600 had been sent out,
4,400 were left`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, heads, own_noun
from migfacts.relations.passage import Passage

#: In how many passages it is told.
REACH: Final = 3
#: What was there, and what came in besides.
FEWEST: Final = 2
#: What is left is no more than that many times what it should be, if it is misreported.
LOOSE: Final = 2
#: Of fewer nothing comes and goes by numbers; what was there is no small part of what is left.
SMALLEST: Final = 20
TENTH: Final = 10
ZERO: Final = Decimal(0)
_CLAUSE: Final = precompiled(r"[,;:.()]")


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The balances of a document, those that come out as well."""
    done: set[int] = set()
    for at, passage in enumerate(passages):
        if not (passage.has("comes_in") or passage.has("goes_out")):
            continue
        near = passages[max(0, at - 1) : at + REACH]
        if not all(any(each.has(way) for each in near) for way in ("comes_in", "goes_out")):
            continue
        told = [(each, fact) for each in near for fact in each.facts]
        for nth, (where, opening) in enumerate(told):
            if opening.start in done or not _is_stock(opening) or _way(where, opening):
                continue
            found = _balance(opening, told[nth + 1 :])
            if found is not None:
                done |= {fact.start for fact in found.facts()}
                yield found


def is_balance(passages: list[Passage], where: dict[int, int], total: Relation) -> bool:
    """Are the parts of a sum what came in and what went out, and it is the balance of them?"""
    parts = total.roles["parts"]
    at = {where[part.start] for part in parts}
    passage = passages[min(at)]
    if len(at) > 1 or not (passage.has("comes_in") and passage.has("goes_out")):
        return False
    return {1, -1} <= {_way(passage, part) for part in parts}


def _is_stock(fact: Fact) -> bool:
    counted = fact.kind in (*NUMBERS, "money", "measure")
    return counted and bool(fact.value) and fact.change is None and own_noun(fact)


def _balance(opening: Fact, told: list[tuple[Passage, Fact]]) -> Relation | None:
    """The movements behind what was there, and what is left."""
    more, less = [opening], []
    for passage, fact in told:
        people = passage.words.shared["people"]
        nouns = {heads(fact), heads(opening)}
        if not alike(fact, opening):
            continue
        way = _way(passage, fact)
        if own_noun(fact) and len(nouns) > 1 and not nouns <= people:
            if way or passage.words.canonical(heads(fact)) in passage.words.suffered:
                return None  # 130 babies were born, 60 deaths
            continue
        if way > 0:
            more.append(fact)
        elif way < 0:
            less.append(fact)
        else:
            if len(more) < FEWEST or not less or not _is_near(fact, more, less):
                return None
            if own_noun(fact) and len(nouns) > 1 and not _is_left(passage):
                return None  # our health post treated 3,105 patients
            if _is_another(fact, more, less, told):
                return None
            roles = {"total": [fact], "parts": more, "less": less}
            return Relation(kind="total", roles=roles, complete=True)
    return None


def _is_left(passage: Passage) -> bool:
    return passage.has("are_left") or passage.has("leaving") or passage.has("at_end")


def _is_another(
    left: Fact, more: list[Fact], less: list[Fact], told: list[tuple[Passage, Fact]]
) -> bool:
    """Does a number besides make it come out, so that it moved as well?"""
    made = sum((fact.value or ZERO for fact in more), ZERO)
    made -= sum((fact.value or ZERO for fact in less), ZERO)
    off = abs((left.value or ZERO) - made)
    before = made - (more[0].value or ZERO) * 2 + (left.value or ZERO)
    if before == 0:
        return True  # the stock told first is the later one
    inside = {fact.start for fact in (left, *more, *less)}
    return off != 0 and any(fact.value == off for _, fact in told if fact.start not in inside)


def _is_near(left: Fact, more: list[Fact], less: list[Fact]) -> bool:
    made = sum((fact.value or ZERO for fact in more), ZERO)
    made -= sum((fact.value or ZERO for fact in less), ZERO)
    said, first = left.value or ZERO, more[0].value or ZERO
    if first < SMALLEST or first * TENTH < said:
        return False
    return made > 0 and made <= said * LOOSE and said <= made * LOOSE


def _way(passage: Passage, fact: Fact) -> int:
    """Did so many come in (1) or go out (-1), or neither?"""
    words = passage.words
    after = _CLAUSE.split(passage.after(fact))[0]
    before = _CLAUSE.split(passage.before(fact))[-1]
    joint = words.pattern(r"\b{and}\b")
    for said in (joint.split(after)[0], joint.split(before)[-1]):
        if words.has("are_left", said) or words.has("leaving", said):
            return 0
        into, out = words.has("comes_in", said), words.has("goes_out", said)
        if into != out:
            return 1 if into else -1
    return 0
