"""Since: a change told of two values of which the one stands in a sentence before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.change import patterns as pattern
from migfacts.relations.earlier import near
from migfacts.relations.lists import heads, of_one_unit
from migfacts.relations.passage import Passage
from migfacts.relations.times import month_of, one_year_on


def on_from(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """`Turnout was 41 per cent in 2019. In 2024 it fell by 7 percentage points to 34 per cent`."""
    if passage.has("from"):
        return
    for match in passage.find(pattern.BY_ON):
        other, by = passage.fact(match, "b"), passage.fact(match, "by")
        if other is None or by is None or by.change is None:
            continue
        for before in reversed(earlier):
            likes = [fact for fact in before.facts if of_one_unit(fact, other)]
            if likes:
                if len(likes) == 1 and likes[0].change is None:
                    roles = {"from": likes, "to": [other], "by": [by]}
                    yield Relation(kind="change", roles=roles, direction=by.change)
                break


def since_before(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """`In 2022 we opened 180 files. In 2023 we opened 243, an increase of 35 per cent`."""
    if passage.has("from") or passage.has("compared"):
        return
    for before in reversed(earlier):
        found = list(_since(before, passage, named=before is not earlier[-1]))
        yield from found
        if found:
            return


def this_is(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """`1,298 were seen. This is a decrease of 13 per cent in comparison to the 1,336 of May`."""
    for match in passage.find(pattern.THIS_IS) if earlier and passage.adjacent else ():
        one, by = passage.fact(match, "a"), passage.fact(match, "by")
        if one is None or by is None or by.change is None:
            continue
        likes = [fact for fact in earlier[-1].facts if of_one_unit(fact, one)]
        if len(likes) == 1 and (heads(likes[0]) == heads(one) or not heads(one)):
            roles = {"from": [one], "to": likes, "by": [by]}
            yield Relation(kind="change", roles=roles, direction=by.change)


def so_this_is(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """`It got 18,200 in 2024. There had been 16,700 in 2023, so this is a decrease of 9 per cent`.

    The sentence that tells the change may have the earlier value, or the later one.
    """
    for match in passage.find(pattern.SO_THIS) if earlier and passage.adjacent else ():
        one, by = passage.fact(match, "a"), passage.fact(match, "by")
        if one is None or by is None or by.change is None:
            continue
        likes = [fact for fact in earlier[-1].facts if of_one_unit(fact, one)]
        if len(likes) != 1 or likes[0].change is not None or not near(likes[0], one):
            continue
        if heads(one) not in ("", heads(likes[0])) or None in (likes[0].period, one.period):
            continue
        first, second = sorted((likes[0], one), key=lambda fact: fact.period or "")
        if first.period != second.period:
            roles = {"from": [first], "to": [second], "by": [by]}
            yield Relation(kind="change", roles=roles, direction=by.change)


def _since(before: Passage, passage: Passage, *, named: bool) -> Iterator[Relation]:
    """The changes since a sentence; `named`: must both numbers count one noun?"""
    wordings = (pattern.GAIN, pattern.MORE, pattern.AGAIN)
    for match in chain.from_iterable(map(passage.find, wordings)):
        other, by = passage.fact(match, "b"), passage.fact(match, "by")
        if other is None or by is None:
            continue
        likes = [fact for fact in before.facts if of_one_unit(fact, other) and fact.change is None]
        if len(likes) != 1 or not _next_to(before, likes[0], passage, other):
            continue
        if _than_another_year(passage, by, likes[0]):
            continue
        noun, counters = heads(other), passage.words.language.lexicon.having("counter")
        if noun not in ("", heads(likes[0]), *counters) or (named and not noun):
            continue
        again = match.re is passage.words.pattern(pattern.AGAIN)
        roles = {"from": [likes[0]], "to": [other], "by": [by]}
        yield Relation(kind="change", roles=roles, direction="up" if again else by.change)


def _than_another_year(passage: Passage, by: Fact, one: Fact) -> bool:
    """`A quarter less than in 2021`: is it of another year than the one before?"""
    behind = next(passage.behind(by), None)
    than = passage.words.pattern(r"{than} (?:{in} )?$").search(passage.after(by))
    return (
        than is not None
        and behind is not None
        and behind.kind == "date"
        and None not in (one.period, behind.period)
        and behind.period != one.period
    )


def _next_to(before: Passage, one: Fact, passage: Passage, other: Fact) -> bool:
    """Are the times of two facts a year and the next, or a month and the next?"""
    if one_year_on(one.period, other.period) or (one.period and passage.has("year_on")):
        return True
    if one.period is not None or other.period is not None:
        return False
    if before.has("quarters") and passage.has("quarters"):
        ranks = [fact.value for each in (before, passage) for fact in each.facts
                 if fact.kind == "ordinal"]  # fmt: skip
        return len(ranks) == 2 and (ranks[1] or 0) - (ranks[0] or 0) == 1
    first, second = month_of(before), month_of(passage)
    return first is not None and second is not None and second - first == 1
