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
    passages: list[Passage], at: int, later: Fact, *, since: bool = False, many: bool = False
) -> tuple[Fact, Fact] | None:
    """The one value of its sort that a sentence before tells, and the later one beside it.

    `since`: need it not be of the year before? `many`: is it told to be so many times as much?
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
        if single and _goes_on(earlier, one, passage, later, since=since, many=many):
            return one, later
        return None
    return None


def _goes_on(
    before: Passage, one: Fact, passage: Passage, later: Fact, *, since: bool, many: bool
) -> bool:
    """Is a sentence about the same as one before it, at a later time?

    `since`: need it not be the next year: `three times as many`, and not `20 per cent more`?
    `many`: it need not even be told when the earlier one was, if both are of one noun.
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
        timely = timely or (
            many and passage.words.pattern(r"^{since} ").match(passage.skeleton) is not None
        )
        counted = many and one.period is None and one.kind == "count"
        timely = timely or (counted and heads(one) in topics(passage))
    pronoun = passage.words.pattern(r"(?:^|, | )(?:{pronouns}|{with}) ").search(
        passage.skeleton[: passage.position(later)]
    )
    again = not own_noun(later) and passage.has("there_are")  # in 2023 there were 1,800
    next_one = first is None or second is None or second - first == 1
    bare = passage.words.pattern(r"{longer},? $").search(passage.before(later)) is not None
    again = again or (bare and not own_noun(later))  # saw a fifth fewer, 7,560
    counters = passage.words.language.lexicon.having("counter")  # the number has dropped, to 365
    again = again or passage.has("of_them") or heads(later) in counters
    again = (again or _is_their_number(passage, later)) and next_one
    alike = bool(topics(before) & topics(passage)) or _are_both_people(passage, one, later)
    return timely and (again or alike or pronoun is not None)


def _is_their_number(passage: Passage, later: Fact) -> bool:
    """`By 2023 their number had tripled to 90`."""
    counters = passage.words.language.lexicon.having("counter")
    said = passage.skeleton[: passage.position(later)]
    theirs = passage.words.pattern(r"^(?:[^\W\d_]+ D,? )?{theirs} ([^\W\d_]+)\b(?! {of})")
    match = theirs.match(said)
    return match is not None and match[1] in counters


def _are_both_people(passage: Passage, one: Fact, later: Fact) -> bool:
    """`It had 8,200 inhabitants. The population has since tripled and stands at 16,400`."""
    people, canonical = passage.words.people, passage.words.canonical
    return all(canonical(heads(each)) in people for each in (one, later)) and heads(one) != ""


def in_unit_of(bare: Fact, other: Fact) -> Fact:
    """`It took 180 days. Today it takes 120`: a bare number in the unit of the one before it."""
    if bare.kind != "number" or own_noun(bare) or other.kind not in UNITS:
        return bare
    return msgspec.structs.replace(bare, kind=other.kind, unit=other.unit)


def near(one: Fact, other: Fact) -> bool:
    """May the one have become the other?"""
    low, high = sorted((one.value or 0, other.value or 0))
    return 0 < low < high <= low * FACTOR
