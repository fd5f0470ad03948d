"""Earlier: the value that came before another, as the times beside them and the words tell."""

from __future__ import annotations

from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relations.lists import UNITS, heads, of_one_unit, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.times import month_of, one_year_on, topics

#: How many sentences before the earlier value may stand.
BACK: Final = 5
#: Values further apart than that factor are hardly a before and an after.
FACTOR: Final = 6


def is_earlier(passage: Passage, one: Fact, other: Fact) -> bool:
    """Does the sentence tell that the one value came before the other?"""
    if one.period and other.period and one.period != other.period:
        return len(one.period) == len(other.period) and one.period < other.period
    words = passage.words
    led = words.pattern(r"(?:{than}|{compared}|{from}|{following}) (?:{definite} )?$")
    first, second = (led.search(passage.before(each)) is not None for each in (one, other))
    if first or second:
        return first and not second
    sooner = words.has("sooner", passage.after(one).partition(",")[0])
    sooner = sooner or words.has("sooner", passage.before(one))
    now = words.has("now", passage.before(other))
    now = now or words.has("now", passage.after(other).partition(",")[0])
    if one.start < other.start:
        now = now or words.has("since_then", passage.before(other))  # and a year later 61
    late = words.has("sooner", passage.before(other))
    return (sooner and not late) or (now and not words.has("now", passage.before(one)))


def value_before(
    passages: list[Passage], at: int, later: Fact, *, since: bool = False
) -> tuple[Fact, Fact] | None:
    """The one value of its sort that a sentence before tells, and the later one beside it.

    `since`: need it not be of the year before?
    """
    passage = passages[at]
    for earlier in reversed(passages[max(0, at - BACK) : at]):
        likes = [
            fact
            for fact in earlier.facts
            if of_one_unit(fact, in_unit_of(later, fact)) and near(fact, later)
        ]
        if not likes:
            continue
        one, later = likes[0], in_unit_of(later, likes[0])
        single = len(likes) == 1 and one.change is None and later.place in (None, one.place)
        if single and _goes_on(earlier, one, passage, later, since=since):
            return one, later
        return None
    return None


def _goes_on(before: Passage, one: Fact, passage: Passage, later: Fact, *, since: bool) -> bool:
    """Is a sentence about the same as one before it, at a later time?

    `since`: need it not be the next year: `three times as many`, and not `20 per cent more`?
    """
    first, second = month_of(before), month_of(passage)
    if first is not None and second is not None and first != second:
        timely = second > first
    elif one.period and later.period and one.period != later.period:
        timely = one_year_on(one.period, later.period) or (since and one.period < later.period)
    else:
        timely = passage.has("since_then") or (
            one.period is not None and later.period is None and passage.has("now")
        )
    pronoun = passage.words.pattern(r"(?:^|, | )(?:{pronouns}|{with}) ").search(
        passage.skeleton[: passage.position(later)]
    )
    again = not own_noun(later) and passage.has("there_are")  # in 2023 there were 1,800
    next_one = first is None or second is None or second - first == 1
    bare = passage.words.pattern(r"{longer},? $").search(passage.before(later)) is not None
    again = again or (bare and not own_noun(later))  # saw a fifth fewer, 7,560
    counters = passage.words.language.lexicon.having("counter")  # the number has dropped, to 365
    again = (again or passage.has("of_them") or heads(later) in counters) and next_one
    return timely and (again or pronoun is not None or bool(topics(before) & topics(passage)))


def in_unit_of(bare: Fact, other: Fact) -> Fact:
    """`It took 180 days. Today it takes 120`: a bare number in the unit of the one before it."""
    if bare.kind != "number" or own_noun(bare) or other.kind not in UNITS:
        return bare
    return msgspec.structs.replace(bare, kind=other.kind, unit=other.unit)


def near(one: Fact, other: Fact) -> bool:
    """May the one have become the other?"""
    low, high = sorted((one.value or 0, other.value or 0))
    return 0 < low < high <= low * FACTOR
