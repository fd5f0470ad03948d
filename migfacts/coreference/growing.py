"""May what one document counts have grown since another was written?"""

from __future__ import annotations

from migfacts.coreference.mistyped import ZERO
from migfacts.coreference.pair import Pair
from migfacts.coreference.repeated import is_constant, is_timeless
from migfacts.things.standing import one_time, overlap
from migfacts.things.thing import MONTH, Thing


def has_grown(pair: Pair) -> bool:
    """Of two documents: does one tell of another time, by its title, by `since` or by `now`?"""
    one, other = pair.one, pair.other
    if one.whole is None or other.whole is None:
        return False
    if pair.undated and one.whole.since and other.whole.since and not pair.permuted:
        return True  # (Group 1) Since 2017, 1,048 people
    if pair.dated or pair.anchored:
        return False
    if _is_open(pair) and _has_fallen(one, other):
        return False  # what is counted since 1992 cannot
    if _is_open(pair) and not (one.day and other.day and overlap(one.day, other.day)):
        return True  # since 2017 some 1,048 people were resettled
    if _are_of_one_time(one, other):
        return False
    if _titles_apart(one, other) or one.title_plans != other.title_plans:
        return True
    if pair.undated and pair.narrowing:
        return True
    if pair.undated and one.fact.statistic is not None and not one_time(one, other):
        return True  # the mean age of cases, here and there
    if _are_timeless(pair) and (one.kind == "count" or one.whole.past != other.whole.past):
        return not (pair.twins or is_constant(one, other))  # the Fund has 61 member towns
    return not _are_undated_alike(pair) and _is_told_of_now(pair)


def is_of_now(pair: Pair) -> bool:
    """Of two documents: does one tell of how it is `now`, and the other of no time at all?"""
    if pair.dated or pair.anchored or _are_of_one_time(pair.one, pair.other):
        return False
    return _are_undated_alike(pair) and _is_told_of_now(pair)


def may_have_grown(pair: Pair) -> bool:
    """Of two documents: is it of no time, as what share of their readers are women?"""
    if not _are_timeless(pair) or pair.anchored or pair.twins:
        return False
    return not _are_of_one_time(pair.one, pair.other)


def _is_open(pair: Pair) -> bool:
    return ".." in (pair.one.period or "") and not pair.permuted


def _are_undated_alike(pair: Pair) -> bool:
    """Is no time known of either, nor told to be over?"""
    one, other = pair.one.whole, pair.other.whole
    return pair.undated and one is not None and other is not None and one.past == other.past


def _is_told_of_now(pair: Pair) -> bool:
    """Does one say `now`, and no date or slip tell that the other means that day as well?"""
    one, other = pair.one, pair.other
    if one.whole is None or other.whole is None or one.whole.now == other.whole.now:
        return False
    return not (pair.permuted and pair.undated) and not one_time(one, other)


def _are_timeless(pair: Pair) -> bool:
    return is_timeless(pair.one) and is_timeless(pair.other) and not pair.permuted


def _are_of_one_time(one: Thing, other: Thing) -> bool:
    return _titles_alike(one, other) or _at_one_time(one, other)


def _has_fallen(one: Thing, other: Thing) -> bool:
    """Is the number of the later document the smaller?"""
    if one.day is None or other.day is None or None in (one.fact.value, other.fact.value):
        return False
    earlier, later = (one, other) if one.day < other.day else (other, one)
    return one.day[:MONTH] != other.day[:MONTH] and (
        (earlier.fact.value or ZERO) > (later.fact.value or ZERO)
    )


def _at_one_time(one: Thing, other: Thing) -> bool:
    """Do both hold at one time, each by its own date, or else by that of its document?"""
    here, there = (
        thing.period or thing.fact.period or thing.day for thing in (one, other)
    )  # today is the day of the document
    dated = one.period is not None or other.period is not None
    return dated and here is not None and there is not None and overlap(here, there)


def _titles_alike(one: Thing, other: Thing) -> bool:
    """`Edition of February 2024`, `Lomé, 14 February 2024`: do both name one month of one year?"""
    if one.title is None or other.title is None:
        return False
    return all(
        here and here == there
        for here, there in zip(one.title.times, other.title.times, strict=True)
    )


def _titles_apart(one: Thing, other: Thing) -> bool:
    """`Report for March 2024`, `April 2024: a report`: do two titles name two times?

    So do `Review, January to June 2024` and `Yearly report 2024`.
    """
    if one.title is None or other.title is None:
        return False
    spans = one.title.times[0], other.title.times[0]
    if not all(spans) and max(map(len, spans)) > 1:
        return True
    months = [{*thing.months, *thing.title.times[0]} for thing in (one, other) if thing.title]
    if (one.months or other.months) and months[0] & months[1]:
        return False  # in March, told in the bulletin for March and in one of 8 April
    return any(
        here and there and not here & there
        for here, there in zip(one.title.times, other.title.times, strict=True)
    )
