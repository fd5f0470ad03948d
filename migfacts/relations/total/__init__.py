"""Total: a number and the parts that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

import msgspec

from migfacts.compare import is_slip
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import (
    MOST_ITEMS,
    MOST_MISSING,
    NUMBERS,
    Item,
    alike,
    complementary,
    counted,
    exclusive,
    gap,
    items,
    own_noun,
    tail,
)
from migfacts.relations.passage import Passage, places
from migfacts.relations.total import (
    exceeded,
    gathered,
    ledger,
    names,
    placed,
    quarters,
    rest,
    rows,
    stock,
    summed,
)
from migfacts.relations.total.no_sum import is_no_sum
from migfacts.relations.total.parts import (
    breaks,
    ends_in_rest,
    goes_on,
    has_rest,
    has_unnumbered,
    is_beside,
    is_near,
    is_one_of_list,
    is_other,
    is_sibling,
    is_total,
    numbers_parts,
    opens_list,
    same_things,
    sorts,
)

ZERO: Final = Decimal(0)
MOST_OF_IT: Final = Decimal("0.9")
_OPENED: Final = r"[:–—]|(?: - )|{breakdown}"
_STRONG: Final = rf"\(|{_OPENED}"


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The totals of a document: within a sentence, of a list, or in the sentence behind."""
    additions = summed.Additions(passages)
    stocks = list(stock.read(passages))
    yield from stocks
    for passage in passages:
        yield from names.read(passage)
        yield from exceeded.read(passage)
    moved = {fact.start for relation in stocks for fact in relation.facts()}
    where = places(passages)
    found = [
        each
        for each in _by_wording(passages)
        if not moved & {fact.start for fact in each.facts()}
        and not additions.explains(each)
        and not is_no_sum(passages, where, each)
    ]
    yield from found
    for each in summed.read(additions, found, moved):
        if not is_no_sum(passages, where, each):
            yield each


def _by_wording(passages: list[Passage]) -> Iterator[Relation]:
    yield from quarters.read(passages)
    for at, passage in enumerate(passages):
        yield from list(placed.read(passage)) or _within(passage)
        yield from rows.bottom(passages, at)
        yield from ledger.read(passages, at)
        yield from gathered.read(passages, at)
        if at + 1 < len(passages):
            yield from _of_these(passage, passages[at + 1])
            yield from rows.read(passages, at)


def _within(passage: Passage) -> Iterator[Relation]:
    facts = counted(passage)
    if len(facts) <= 2:
        return
    yield from rest.read(passage, facts)
    totals = [at for at, fact in enumerate(facts) if is_total(passage, fact)]
    at = 0
    while at + 2 < len(facts):
        end = next((total for total in totals if total > at), None)
        found = _total_first(passage, facts, at) or _total_last(passage, facts, at, end)
        if found is None:
            at += 1
            continue
        yield found
        at += 1 + len(found.roles["parts"])


def _total_first(passage: Passage, facts: list[Fact], at: int) -> Relation | None:
    total, first = facts[at], at
    made_of = passage.words.has("made_of", gap(passage, facts[at], facts[at + 1]))
    beside = is_beside(passage, facts, at) or numbers_parts(passage, facts, at)
    beside = beside and not made_of  # the team of twelve consists of two doctors
    at += beside
    if total.value is None or not alike(total, facts[at + 1]):
        return None
    if is_one_of_list(passage, total):
        return None
    between = gap(passage, facts[at], facts[at + 1])
    words = passage.words
    strong = words.pattern(_STRONG).search(between) is not None
    one_each = re.match(r"[^,;()]{0,16}\)", passage.after(facts[at + 1])) is not None
    if strong and total.kind in NUMBERS and one_each and not between.lstrip().startswith("("):
        strong = words.pattern(_OPENED).search(between) is not None  # by 180, food first (63 times)
    strong = strong or is_total(passage, total)
    of_whom = words.has("of_whom", between)
    ended = ";" in between and ends_in_rest(passage, at + 1)
    joint = "," in between or ended
    if not (strong or of_whom or joint) or len(between) > 90 or breaks(between, ended=ended):
        return None
    if words.pattern(r"(?:{up}|{down}) {from}|{following} $").search(between) is not None:
        return None  # 486 in 2023, after 392 in 2022 and 214 in 2021
    parts = items(passage, at + 1, 1)
    if len(parts) < 2 or is_total(passage, parts[-1].fact) or not is_near(total, parts):
        return None
    if any(has_unnumbered(passage, *each) for each in pairwise(parts)):
        return None
    if goes_on(passage, parts):
        return None
    if any(part.fact.change is not None or part.fact.statistic for part in parts):
        return None  # rose to 4,310, fell to 3,900 and was 610
    closed = words.has("and", gap(passage, parts[-2].fact, parts[-1].fact))
    theirs = words.pattern(r"^ ?{of_them}").match(passage.after(parts[0].fact)) is not None
    if closed and theirs and (len(parts) > 2 or is_other(passage, parts[-1])):
        return _of_them(passage, total, parts)
    own = "" if beside else tail(passage, total)
    sibling = not made_of and is_sibling(passage, facts, first, parts, own=own, strong=strong)
    if sibling or not same_things(passage, total, parts, strong):
        return None
    if not strong and not closed:
        return None
    if words.has("including", between) and not of_whom:
        return _relation(total, parts, complete=False) if exclusive(passage, parts) else None
    return _judged(
        passage, total, parts, strong=strong and not of_whom, of_whom=of_whom, made=made_of
    )


def _of_them(passage: Passage, total: Fact, parts: list[Item]) -> Relation | None:
    """`17 lorries, nine of them with flour, five with medicine and three with tents`."""
    added = sum(part.fact.value for part in parts if part.fact.value is not None)
    closed = not passage.words.has("including", passage.skeleton)
    near = total.value is not None and added >= total.value * MOST_MISSING
    return _relation(total, parts, complete=closed and near) if near else None


def _judged(
    passage: Passage,
    total: Fact,
    parts: list[Item],
    *,
    strong: bool,
    of_whom: bool,
    made: bool = False,
) -> Relation | None:
    """The relation, said to be complete where the words or the numbers say so."""
    whole = complementary(passage, parts)
    ended = has_rest(passage, parts[-1]) or (of_whom and is_other(passage, parts[-1]))
    spent = total.kind not in NUMBERS and strong and opens_list(passage, parts[0])
    of_sorts = strong and sorts(passage, total, parts)
    if not (whole or ended or spent or of_sorts or made or exclusive(passage, parts)):
        return None
    added = sum(part.fact.value for part in parts if part.fact.value is not None)
    near = total.value is not None and added >= total.value * MOST_MISSING
    slip = near and is_slip(total, msgspec.structs.replace(total, value=added))
    sources = of_whom and total.kind == "money" and len(parts) > 2 and _is_nearly(total, added)
    complete = whole or ended or (near and not of_whom) or (strong and near) or slip or sources
    return _relation(total, parts, complete=complete)


def _is_nearly(total: Fact, added: Decimal | int) -> bool:
    """Do three and more parts of an amount come to so much of it that they are meant as all?"""
    return added >= (total.value or 0) * MOST_OF_IT


def _total_last(passage: Passage, facts: list[Fact], at: int, end: int | None) -> Relation | None:
    """`50 men and 30 women, 75 people in all`, where `end` is told as a total."""
    words = passage.words
    if end is None or not 2 <= end - at <= MOST_ITEMS:
        return None
    if not all(alike(facts[at], fact) for fact in facts[at + 1 : end + 1]):
        return None
    if any(fact.statistic for fact in facts[at:end]) or words.has("each", passage.skeleton):
        return None
    parts = [item for item in items(passage, at, 1) if item.fact.start < facts[end].start]
    total = facts[end]
    if len(parts) != end - at or not same_things(passage, total, parts, strong=True):
        return None
    added = sum(part.fact.value for part in parts if part.fact.value is not None)
    if not is_near(total, parts) or added < (total.value or 0) * MOST_MISSING:
        return None
    between = gap(passage, parts[-1].fact, total)
    announced = words.pattern(r"^[^;.]*; {total} $").match(between)  # …; in all 124 people
    broken = re.search(r"[;.]", between) and not announced
    if len(between) > 70 or broken or words.has("from", passage.skeleton):
        return None
    if words.has("including", passage.before(parts[0].fact)):
        return None
    if own_noun(total) and words.pattern(r"{shared_out} $").search(passage.before(total)):
        return None  # 58 mothers and 9 fathers, for 83 children altogether
    if words.pattern(r"{and} (?:{article}|{single}) ").search(between) is not None:
        return None  # eight in the east, five in the west and one on an island, fourteen in all
    of_them = words.pattern(r"^ ?{of_them}")
    if any(of_them.match(passage.after(part.fact)) for part in parts):
        return None  # 35 and 28, and 6 of them for both
    return _relation(total, parts, complete=True)


def _of_these(passage: Passage, following: Passage) -> Iterator[Relation]:
    """`… 300 beds. Of these, 180 are in the north and the remaining 130 in the south`."""
    words = following.words
    facts = counted(following)
    if not following.adjacent or len(facts) < 2:
        return
    if words.pattern(r"^{of_whom}").match(following.skeleton) is None:
        return
    totals = [fact for fact in passage.facts if alike(fact, facts[0])]
    if len(totals) != 1 or totals[0].kind not in ("money", *NUMBERS):
        return
    parts = items(following, 0, 1)
    if (
        facts[0].value == totals[0].value  # Of these 41 children, 29 are boys
        or len(parts) < 2
        or len(parts) != len(facts)
        or not same_things(following, totals[0], parts, strong=True)
    ):
        return
    found = _judged(following, totals[0], parts, strong=False, of_whom=True)
    if found is not None:
        yield found


def _relation(total: Fact, parts: list[Item], *, complete: bool) -> Relation:
    roles = {"total": [total], "parts": [part.fact for part in parts]}
    return Relation(kind="total", roles=roles, complete=complete)
