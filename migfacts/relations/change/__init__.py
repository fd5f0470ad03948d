"""Change: from one value to another, by a difference, a percentage or a factor, up or down."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from migfacts.fact import Change, Fact
from migfacts.relation import Relation
from migfacts.relations.change import both, compared, direction, growth, named_change
from migfacts.relations.change import patterns as pattern
from migfacts.relations.change.increment import increment, is_factor
from migfacts.relations.change.since import on_from, since_before, so_this_is, this_is
from migfacts.relations.lists import gap, of_one_unit
from migfacts.relations.passage import Passage
from migfacts.relations.share import elsewhere
from migfacts.relations.times import one_year_on

#: How many sentences before the earlier number may stand.
BACK = 3
#: Beyond this factor two numbers are hardly a before and an after.
FACTOR = 20
#: Patterns that know of two clauses.
CLAUSES = (pattern.UP_ON, pattern.DATED, pattern.BRACKETED)
#: How far before `, from` the verb of a clause may stand, in characters.
CLAUSE = 48
#: And those that tell the later value first.
BACKWARDS = (pattern.BY_TO, pattern.FELL_TO)


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The changes of a document, within a sentence or from one to the next."""
    found = [
        relation
        for at, relation in _told(passages)
        if not elsewhere.is_change_of_others(passages, at, relation)
    ]
    yield from found
    yield from direction.titled(passages, found)
    yield from growth.read(passages, found)
    yield from named_change.read(passages)
    judged = {fact.start for relation in found for fact in relation.roles.get("by", ())}
    for at, passage in enumerate(passages):
        yield from compared.read(passage)
        if "P" in passage.shape:
            yield from (
                each for each in both.read(passages, at) if each.roles["by"][0].start not in judged
            )


def _told(passages: list[Passage]) -> Iterator[tuple[int, Relation]]:
    for at in range(len(passages)):
        for relation in _in(passages, at):
            yield at, relation


def _in(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The changes of one sentence."""
    passage = passages[at]
    shape = passage.shape.replace("D", "").replace("O", "")
    if "D" in passage.shape or ":" in passage.skeleton:
        yield from direction.read(passages, at)
    if len(shape) < 2:
        return
    told = "P" in shape or "R" in shape or passage.has("longer")
    if told:
        yield from _in_turn(passage)
    if "P" in shape or "R" in shape:
        yield from since_before(passages[max(0, at - BACK) : at], passage)
        yield from this_is(passages[max(0, at - 1) : at], passage)
        yield from so_this_is(passages[max(0, at - 1) : at], passage)
    if passage.has("onto") or passage.has("to"):
        yield from on_from(passages[max(0, at - BACK) : at], passage)
    if passage.has("onto") or passage.has("following") or "R" in shape:
        yield from _changes(passage)
    if "R" in shape and passage.has("as_many"):
        yield from _times(passage)
    if told and len(shape) > 2 and passage.has("compared"):
        yield from _compared(passage)


def _changes(passage: Passage) -> Iterator[Relation]:
    found: list[tuple[re.Match[str], Fact, Fact]] = []
    taken: set[int] = set()
    for template in (
        pattern.UP_ON,
        pattern.UP_BY,
        pattern.BY_TO,
        pattern.FROM_BY_TO,
        pattern.FROM_R_TO,
        pattern.FROM_TO,
        pattern.TO_FROM_UP,
        pattern.BRACKETED,
        pattern.FELL_TO,
        pattern.FROM_FIRST,
        pattern.AFTER,
        pattern.DATED,
    ):
        for match in passage.find(template):
            one, other = passage.fact(match, "a"), passage.fact(match, "b")
            if one is None or other is None or {id(one), id(other)} & taken:
                continue
            if template in BACKWARDS and _in_a_row(passage, match):
                continue
            other = _likelier(passage, one, other)
            if not of_one_unit(one, other):
                continue
            if passage.words.pattern(r"^ {to_one} ").match(passage.after(other)) is not None:
                continue  # fell from 2,400 to 2,600 to the dollar
            if template not in CLAUSES and _two_clauses(passage, match):
                continue
            if template is pattern.DATED and not (one.period or "") < (other.period or ""):
                continue
            taken |= {id(one), id(other)}
            found.append((match, one, other))
    for match, one, other in found:
        yield _relation(passage, match, one, other, taken)


def _in_a_row(passage: Passage, match: re.Match[str]) -> bool:
    """`from 16 to 8, from 8 to 4`: does the first number belong to another `from`?"""
    before = passage.skeleton[: match.start("b")]
    return passage.words.pattern(rf"{{from}} {pattern.V} {{to}} $").search(before) is not None


def _times(passage: Passage) -> Iterator[Relation]:
    """A number that is told as a multiple of another."""
    for match in passage.find(pattern.TIMES):
        one, other, by = (passage.fact(match, name) for name in ("a", "b", "by"))
        if one and other and by and of_one_unit(one, other) and (by.value or 0) > 1:
            roles = {"from": [one], "to": [other], "by": [by]}
            yield Relation(kind="change", roles=roles, how="factor")


def _in_turn(passage: Passage) -> Iterator[Relation]:
    """`There were 80 cases in May and 120 in June, an increase of 40 per cent`: two times."""
    for match in passage.find(pattern.IN_TURN):
        one, other = passage.fact(match, "a"), passage.fact(match, "b")
        by = passage.fact(match, "by") or passage.fact(match, "more")
        if (
            not one
            or not other
            or not by
            or not of_one_unit(one, other)
            or one.change
            or other.change
        ):
            continue
        if one.period and other.period and one.period > other.period:
            one, other = other, one  # 50 per cent in 2024 and 47 per cent in 2023
        dated = _is_dated(passage, match["when"]) and _is_dated(passage, match["then"])
        if dated or one_year_on(one.period, other.period):
            roles = {"from": [one], "to": [other], "by": [by]}
            yield Relation(kind="change", roles=roles, direction=by.change)


def _is_dated(passage: Passage, said: str) -> bool:
    months = passage.words.language.dates.months
    return "D" in said or any(word in months for word in said.split())


def _compared(passage: Passage) -> Iterator[Relation]:
    """`Compared with 500 in 2021, there were 650 cases in 2022, a rise of 50 per cent`."""
    for template in pattern.COMPARED:
        for match in passage.find(template):
            one, other = passage.fact(match, "a"), passage.fact(match, "b")
            if one is None or other is None or not of_one_unit(one, other):
                continue
            found = _relation(passage, match, one, other, {id(one), id(other)})
            if found.one("by") is not None:
                yield found
                return


def _two_clauses(passage: Passage, match: re.Match[str]) -> bool:
    """Do `and` or `while` stand between the two values, so that each may be of its own clause?"""
    one, other = sorted((match.start("a"), match.start("b")))
    between = passage.skeleton[one + 1 : other]
    changes = passage.words.language.changes
    again = match.start("a") > match.start("b") and any(
        word in changes.verbs or word in changes.neutral for word in between.split()
    )
    return again or passage.words.has("while", between)  # to 9,540, Yei went from 4,450


def _likelier(passage: Passage, one: Fact, other: Fact) -> Fact:
    """`41,500 people in nine countries, up from 38,000`: the number before, if it is closer.

    So is that of `9 of the 38 points, down from 14`.
    """
    at = passage.facts.index(other)
    if not at or one.start < other.start:
        return other
    before = passage.facts[at - 1]
    aside = passage.before(other).endswith("(") and passage.after(one).startswith(" (")
    if aside and of_one_unit(one, before):
        return before  # 14 people (10.6 posts), up from 12 (9.2)
    of_all = passage.words.pattern(r"^ {of_the} ?$").match(gap(passage, before, other)) is not None
    if not of_one_unit(one, before) or _factor(one, before) > FACTOR:
        return other
    return before if of_all or _factor(one, other) > FACTOR else other


def _factor(one: Fact, other: Fact) -> float:
    if not one.value or not other.value:
        return float("inf")
    return float(max(one.value / other.value, other.value / one.value))


def _relation(
    passage: Passage, match: re.Match[str], one: Fact, other: Fact, taken: set[int]
) -> Relation:
    start, end = match.start(), match.end()
    direction = _direction(passage, match, one, other)
    by = increment(passage, match, one, start, end)
    roles = {"from": [one], "to": [other]}
    if by is not None and id(by) not in taken:
        if by.kind == "count" and one.kind == "percent":  # points, by their noun
            by = msgspec.structs.replace(by, kind="percent", unit="percentage_point")
        roles["by"] = [by]
        direction = _contradicted(passage, by, one, other, direction or by.change)
    how = _how(passage, by) if by is not None else None
    return Relation(kind="change", roles=roles, direction=direction, how=how)


def _contradicted(
    passage: Passage, by: Fact, one: Fact, other: Fact, way: Change | None
) -> Change | None:
    """`It fell from 80 to 60, a rise of 25 per cent`: of two ways told, the one that is wrong."""
    words, lead = passage.words, passage.before(by)
    for section, told in (("rise", "up"), ("fall", "down")):
        noun = words.pattern(rf"{{{section}}} {{of}} $").search(lead)
        if noun is None or way in (None, told) or words.has("better", noun[0]):
            continue
        return "up" if (one.value or 0) > (other.value or 0) else "down"
    return way


def _how(passage: Passage, by: Fact) -> str | None:
    """`doubled`; `fell by half`, which is not `to half` of it."""
    if is_factor(passage, by):
        return "factor"
    part = by.kind == "ratio" and by.value is not None and by.value < 1
    told = passage.words.pattern(r"\b{by} $").search(passage.before(by)) is not None
    return "fraction" if part and told else None


def _direction(passage: Passage, match: re.Match[str], one: Fact, other: Fact) -> Change | None:
    groups = match.groupdict()
    if groups.get("up"):
        rises = ("up", "rise")
        return "up" if any(passage.words.has(way, groups["up"]) for way in rises) else "down"
    changes = passage.words.language.changes
    said = passage.before(min(one, other, key=lambda fact: fact.start)).split()
    if changes.neutral & set(said) and not any(word in changes.verbs for word in said):
        return None  # Bor slipped from 90 to 80 and Yei went from 40 to 46
    told = direction.way_of(passage, _clause_before(passage, one)) if match["a"] else None
    return other.change or one.change or told  # increased the number of places there from 900


def _clause_before(passage: Passage, one: Fact) -> str:
    """The words of the clause before a number; `rose for the second month running, from` is one."""
    _, comma, said = passage.before(one).rpartition(",")
    if comma and passage.words.pattern(r"^ {from} $").match(said) is not None:
        end = passage.position(one) - len(said)
        return passage.skeleton[max(end - CLAUSE, 0) : end].rpartition(";")[2]
    return said
