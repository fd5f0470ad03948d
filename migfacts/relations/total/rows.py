"""Totals whose parts stand in the sentences or the items of a list behind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import (
    MOST_MISSING,
    NUMBERS,
    alike,
    are_all,
    comes_near,
    counted,
    heads,
    one_list,
    own_noun,
    whole_of,
)
from migfacts.relations.passage import Passage

#: How many parts a number may announce.
_FEW: Final = frozenset(map(Decimal, range(2, 9)))
#: An item of a list that is a name and its number: `Punta Grava: 2,715`.
_ENTRY: Final = precompiled(r"[^A-Z:]{1,40}: N")


LEAST: Final = 2


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The totals of a passage whose parts stand behind it."""
    yield from _numbered(passages, at)
    yield from _listed(passages, at)
    yield from _closed(passages, at)
    yield from _summed(passages, at)
    yield from _made_of(passages, at)


def bottom(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The last row of a table, if it is the total of all rows above it."""
    passage = passages[at]
    cell, words = passage.cell, passage.words
    if cell is None or cell.row <= LEAST or cell.column == 0:
        return
    if words.pattern(r"^\W*{total_row}\W*$").match(passage.label) is None:
        return
    above: list[Passage] = []
    for row in range(at - 1, -1, -1):
        other = passages[row]
        if other.cell is None or other.cell.table != cell.table:
            break
        if other.cell.column == cell.column:
            above.append(other)
    above.reverse()
    facts = [fact for other in above for fact in other.facts]
    total = passage.facts[0]
    if len(above) != len(facts) or len(facts) != cell.row - 1 or len(passage.facts) > 1:
        return
    if any(words.has("including", other.label) or words.has("total_row", other.label)
           for other in above):  # fmt: skip
        return
    same = all(alike(total, fact) and heads(fact) == heads(total) for fact in facts)
    if same and total.statistic is None and comes_near(total, facts):
        yield Relation(
            kind="total", roles={"total": [total], "parts": facts}, complete=True, how="table"
        )


def _numbered(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`900 tents stand in three camps. Arda has 400, Bor 300 and Cid 200`: as many parts as said.

    The parts stand in the next sentence, or in as many sentences of one number each.
    """
    passage = passages[at]
    numbers = [fact for fact in passage.facts if fact.kind == "count" and own_noun(fact)]
    for number in numbers:
        many = int(number.value) if number.value in _FEW else 0
        parts = _parts_behind(passages, at, many)
        totals = [fact for fact in passage.facts if parts and alike(fact, parts[0])]
        totals = [fact for fact in totals if fact is not number]
        if len(totals) != 1 or passage.words.has("including", passage.skeleton):
            continue
        total = totals[0]
        if total.kind in NUMBERS and any(
            own_noun(part) and heads(part) != heads(total) for part in parts
        ):
            continue
        if comes_near(total, parts) and total.change is None:
            yield whole_of(total, parts)
            return


def _closed(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`Income was 9 million. Towns gave 5 million and firms 4 million; there was no other`."""
    passage, following = passages[at], passages[at + 1]
    if not (following.adjacent and following.has("closed")):
        return
    parts = one_list(following)
    if len(parts) < LEAST:
        return
    totals = [fact for fact in passage.facts if alike(fact, parts[0])]
    if len(totals) == 1 and totals[0].kind not in NUMBERS:
        yield whole_of(totals[0], parts)


def _made_of(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`The budget is 8 million. It consists of 5 million for food and 3 million for fuel`."""
    passage, following = passages[at], passages[at + 1]
    opening = following.words.pattern(r"^{pronouns} [a-z ]{0,8}{made_of} ")
    if not following.adjacent or opening.match(following.skeleton) is None:
        return
    parts = one_list(following)
    totals = [fact for fact in passage.facts if parts and alike(fact, parts[0])]
    if len(parts) >= LEAST and len(totals) == 1 and are_all(totals[0], parts):
        yield whole_of(totals[0], parts)


def _summed(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`The first ship took 148 people and the second 152. In all, the two ships took 310`."""
    passage, following = passages[at], passages[at + 1]
    if not following.adjacent or not following.words.pattern(r"^{total}").match(following.skeleton):
        return
    parts = one_list(passage)
    if len(parts) < LEAST:
        return
    behind = counted(following)
    many = [fact for fact in behind if own_noun(fact) and fact.value == len(parts)]
    totals = [fact for fact in behind if fact not in many and alike(fact, parts[0])]
    if len(many) == len(totals) == 1 and len(behind) == 2 and comes_near(totals[0], parts):
        yield whole_of(totals[0], parts)


def _parts_behind(passages: list[Passage], at: int, many: int) -> list[Fact]:
    """The facts of the next sentence, or of the next ones, if there are just as many."""
    if not many or at + 1 >= len(passages) or not passages[at + 1].adjacent:
        return []
    following = passages[at + 1]
    if following.has("elsewhere"):
        return []  # the two took 501; elsewhere another 74 slept, which makes 575
    facts = one_list(following)
    if len(facts) == many:
        return facts if all(fact.change is None for fact in facts) else []
    rows = passages[at + 1 : at + 1 + many]
    if len(rows) < many or any(len(counted(row)) != 1 or not row.adjacent for row in rows):
        return []
    found = [counted(row)[0] for row in rows]
    return found if _one_shape(rows) and all(alike(found[0], fact) for fact in found) else []


def _one_shape(rows: list[Passage]) -> bool:
    """Do the sentences say one thing of several: a name each, the same words between?"""
    said = [row.after(counted(row)[0]).split() + row.before(counted(row)[0]).split()[-1:]
            for row in rows]  # fmt: skip
    return all(words == said[0] for words in said)


def _listed(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`We gave out 500 kits:` and a list with a number in each item."""
    passage = passages[at]
    words = passage.words
    opened = passage.skeleton.rstrip().endswith(":")
    if not (opened or passage.kind == "heading") or words.has("including", passage.skeleton):
        return
    entries: list[Passage] = []
    for entry in passages[at + 1 :]:
        if entry.kind != "item" or (entries and entry.block != entries[-1].block + 1):
            break
        entries.append(entry)
    if len(entries) < 2 or entries[0].block != passage.block + 1 or passage.has("answers"):
        return
    totals = [fact for fact in passage.facts if alike(fact, entries[0].facts[0])]
    if not opened:  # 640 arrivals at four sites
        numbered = [fact for fact in totals if fact.value == len(entries)]
        totals = [fact for fact in totals if fact not in numbered]
        if not numbered or not all(_ENTRY.match(entry.skeleton) for entry in entries):
            return
    if len(totals) != 1 or not all(alike(totals[0], entry.facts[0]) for entry in entries):
        return
    if totals[0].value == len(entries):
        return  # in four countries: Mali, 3,050, …
    total, parts = totals[0], [entry.facts[0] for entry in entries]
    sorts = words.shared["exclusive"] | words.shared["people"]
    if total.kind in NUMBERS and any(
        own_noun(part) and heads(part) != heads(total) and not _is_sort(part, sorts)
        for part in parts
    ):
        return
    added = sum(part.value for part in parts if part.value is not None)
    if total.value is not None and added >= total.value * MOST_MISSING:
        yield whole_of(total, parts)


def _is_sort(part: Fact, sorts: frozenset[str]) -> bool:
    """Is the part of people told by age or sex: `1,240 women`?"""
    return heads(part) in sorts or (part.entity or "").rpartition(" ")[2].lower() in sorts
