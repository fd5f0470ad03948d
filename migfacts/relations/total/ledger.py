"""Totals of a ledger: lines of a label and its number each, and sentences that end in the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import (
    NUMBERS,
    alike,
    are_all,
    comes_near,
    counted,
    heads,
    own_noun,
    whole_of,
)
from migfacts.relations.passage import Passage, X

#: A line of a ledger: `shelter and water: M`.
_LINE: Final = precompiled(rf"\W*(?P<label>[^A-Z:.;,()]{{1,40}}): ?(?P<number>{X})(?=\W|$)")
#: `Total for the three provinces: `.
_TOTAL_LINE: Final = (
    rf"^\W*{{total_row}}(?: [^A-Z:;.()]{{0,24}}N?[^A-Z:;.()]{{0,24}})?: ?(?P<total>{X})"
)
#: So many parts make a sum.
FEWEST: Final = 2
#: How many sentences behind a total may tell its parts.
MOST: Final = 8
#: An amount that is so many times smaller than the total is no line of it.
SMALL: Final = 50
#: So many sentences may be the lines of one ledger.
LONGEST: Final = 60


class Line(NamedTuple):
    """A label in small letters, and its number."""

    label: str
    fact: Fact


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The totals whose parts begin in a passage, or behind it."""
    if ":" in passages[at].skeleton:
        yield from _ledger(passages, at)
        yield from _last_line(passages, at)
    yield from _to_the_rest(passages, at)
    yield from _numbered(passages, at)
    yield from _divided(passages, at)


def _ledger(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`Shelter: 4 million / Water: 3 million / Total: 7 million`."""
    if at and passages[at].adjacent and _is_ledger(passages[at - 1]):
        return
    lines: list[Line] = []
    for passage in passages[at : at + LONGEST]:
        if passage is not passages[at] and not passage.adjacent:
            break
        lines += _lines(passage)
        if not _is_ledger(passage):
            break
    else:
        if at + LONGEST < len(passages):
            return  # it goes on
    words = passages[at].words
    totals = [line for line in lines if words.pattern(r"{total_row}\b").match(line.label)]
    if len(totals) != 1 or totals[0] not in (lines[0], lines[-1]):
        return
    total = totals[0].fact
    if total.kind in NUMBERS and not _is_of_money(passages, at):
        return  # women, men and children: people may stand in two lines, an amount in one
    parts = [line.fact for line in lines if line is not totals[0]]
    if any(words.has("including", line.label) for line in lines):
        return
    fit = all(alike(total, part) and part.change is None for part in parts)
    if fit and len(parts) >= FEWEST and comes_near(total, parts):
        yield whole_of(total, parts)


def _last_line(passages: list[Passage], at: int) -> Iterator[Relation]:
    """Lines of places, `Ember: 2,140 returnees`, end in `Total for the three provinces: 5,380`."""
    passage, facts = passages[at], counted(passages[at])
    if not 0 < len(facts) <= FEWEST or facts[-1].change is not None:
        return
    if not any(passage.fact(match, "total") is facts[-1] for match in passage.find(_TOTAL_LINE)):
        return
    total, parts = facts[-1], []
    for nth in range(at - 1, -1, -1):
        if not passages[nth + 1].adjacent or passages[nth].kind != passage.kind:
            break
        lines = only_lines(passages[nth])
        if len(lines) != 1 or not may_be_part(total, lines[0].fact) or lines[0].fact.change:
            break
        if not set(lines[0].label.split()).isdisjoint(passage.words.shared["people"]):
            return  # women, children: people may stand in two lines
        parts.append(lines[0].fact)
    parts.reverse()
    over = sum(part.value or 0 for part in parts) > (total.value or 0)
    if over and heads(total) in passage.words.shared["people"]:
        return  # food, health, shelter: some got two
    many = facts[0].value if len(facts) == FEWEST else len(parts)
    fit = len(parts) >= FEWEST and many == len(parts) and are_all(total, parts)
    if fit:
        yield whole_of(total, parts)


def _is_of_money(passages: list[Passage], at: int) -> bool:
    """Does the title tell of a budget, so that its bare numbers are amounts?"""
    bare = all(fact.kind == "number" for fact in passages[at].facts)
    return bare and at > 0 and passages[0].has("sums")


def _lines(passage: Passage) -> list[Line]:
    """The lines of a ledger with which a passage begins."""
    found, end = [], 0
    while match := _LINE.match(passage.skeleton, end):
        fact = passage.at.get(match.start("number"))
        if fact is None:
            break
        found.append(Line(match["label"].strip(), fact))
        end = match.end()
    return found


def _is_ledger(passage: Passage) -> bool:
    """Is the passage nothing but lines of a ledger?"""
    lines = _lines(passage)
    return bool(lines) and len(lines) == len(passage.facts) and not _rest_of(passage, lines[-1])


def only_lines(passage: Passage) -> list[Line]:
    """The lines of a passage that is nothing but lines of a ledger."""
    return _lines(passage) if _is_ledger(passage) else []


def may_be_part(total: Fact, fact: Fact, people: frozenset[str] = frozenset()) -> bool:
    """Does a number count the same, or nothing of its own?"""
    if not alike(total, fact):
        return False
    if total.kind not in NUMBERS or not own_noun(fact) or heads(fact) == heads(total):
        return True
    return {heads(fact), heads(total)} <= people  # 4,120 people, 8,710 residents in all


def _rest_of(passage: Passage, line: Line) -> str:
    return passage.after(line.fact).strip(" .;,|*")


def _to_the_rest(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`The budget is 9 million. Staff costs 5 million. … Travel costs the remaining 1 million`."""
    totals, announced = _announced(counted(passages[at]))
    if len(totals) != 1 or totals[0].change is not None:
        return
    near = counted(passages[at - 1]) if at and passages[at].adjacent else []
    before, _ = _announced(near)
    if len(before) == 1 and alike(before[0], totals[0]):
        return  # a part of one that was told before
    parts: list[Fact] = []
    for passage in passages[at + 1 : at + 1 + MOST]:
        facts = counted(passage)
        if not passage.adjacent or len(facts) != 1 or not alike(totals[0], facts[0]):
            return
        last = passage.words.pattern(r"{remaining} $").search(passage.before(facts[0]))
        if facts[0].change is not None or not _counts_alike(totals[0], facts[0]):
            return
        parts.append(facts[0])
        if last:
            break
    else:
        return
    if announced not in (None, len(parts)):
        return
    if len(parts) >= FEWEST and comes_near(totals[0], parts):
        yield whole_of(totals[0], parts)


def _announced(facts: list[Fact]) -> tuple[list[Fact], int | None]:
    """`5,400 kits … in three districts`: the total, and how many parts it is said to have."""
    few = [fact for fact in facts if own_noun(fact) and FEWEST <= (fact.value or 0) <= MOST]
    if len(facts) != FEWEST or len(few) != 1:
        return facts, None
    return [fact for fact in facts if fact is not few[0]], int(few[0].value or 0)


def _counts_alike(total: Fact, part: Fact) -> bool:
    """Does a part say what it counts only where the total does: `412 for the north` need not?"""
    return own_noun(total) or not own_noun(part)


def _numbered(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`… Rent costs 2 million and fuel 1 million. The total of the two lines is 3 million`."""
    passage = passages[at]
    facts = counted(passage)
    many = [fact for fact in facts if fact.kind == "count" and own_noun(fact)]
    if len(facts) != len(many) + 1 or len(many) != 1 or not passage.has("total"):
        return
    if not passage.words.has("lines", many[0].text.lower()):
        return
    total = next(fact for fact in facts if fact is not many[0])
    parts: list[Fact] = []
    for other in range(at, max(0, at - MOST), -1):
        said = counted(passages[other - 1])
        if not passages[other].adjacent or not said:
            break
        if any(not alike(total, fact) or fact.change for fact in said):
            break
        parts = [*said, *parts]
        if len(parts) >= (many[0].value or 0):
            break
    if len(parts) == many[0].value and len(parts) >= FEWEST and comes_near(total, parts):
        yield whole_of(total, parts)


def _divided(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`A budget of 5.4 million. All of it goes to four headings. Pay comes to 2.1 million. …`.

    Smaller amounts between, as what one of many earns, are none of them.
    """
    passage = passages[at]
    facts = counted(passage)
    many = [fact for fact in facts if fact.kind == "count" and own_noun(fact)]
    many = [fact for fact in many if passage.words.has("lines", fact.text.lower())]
    if len(many) != 1 or not (FEWEST <= (many[0].value or 0) <= MOST):
        return
    before = counted(passages[at - 1]) if at and passage.adjacent else []
    totals = [fact for fact in (*before, *facts) if fact.kind == "money"]
    if len(totals) != 1 or totals[0].change is not None:
        return
    total = totals[0]
    parts: list[Fact] = []
    for other in passages[at + 1 : at + 1 + MOST]:
        said = [fact for fact in counted(other) if alike(total, fact) and fact.change is None]
        said = [fact for fact in said if (fact.value or 0) * SMALL >= (total.value or 0)]
        if len(said) > 1:
            return
        parts += said
        if len(parts) == many[0].value:
            break
    if len(parts) == many[0].value and comes_near(total, parts):
        yield whole_of(total, parts)
