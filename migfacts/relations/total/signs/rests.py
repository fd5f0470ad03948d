"""The signs of a rest: what is told to be left of a total, with its number or without."""

from __future__ import annotations

from typing import Final

from migfacts.relations.total.addition import LEAD, Addition, Term
from migfacts.relations.total.parts import has_rest, leaves_rest

#: The words that tell of a rest.
RESTS: Final = ("remaining", "others", "leaving", "are_left")


def is_rest(sum_: Addition, part: Term) -> bool:
    """Is a number told as the rest?"""
    passage = sum_.passages[part.at]
    if not any(map(passage.has, RESTS)):
        return False
    words, before = passage.words, passage.before(part.fact)[-LEAD:]
    return (
        has_rest(passage, sum_.item(part))
        or words.pattern(r"{others},? ?$|{leaving}[^A-Z;:.,]{0,16}$").search(before) is not None
        or words.pattern(r"^[^A-Z;:.,]{0,24} {are_left}").match(passage.after(part.fact))
        is not None
    )


def ends_in_rest(sum_: Addition) -> bool:
    """Is the last part told as the rest?"""
    return is_rest(sum_, sum_.parts[-1])


def tells_rest(sum_: Addition) -> bool:
    """Is some part told as the rest?"""
    return any(is_rest(sum_, part) for part in sum_.parts)


def is_rest_itself(sum_: Addition) -> bool:
    """`840 had, and of the 1,560 other households 312`."""
    total = sum_.total
    if sum_.passage.words.pattern(r"^ ?{of_them}").match(sum_.after) is not None:
        return True
    return is_rest(sum_, total) or sum_.passage.words.has("others", total.fact.text.lower())


def leaves_some(sum_: Addition) -> bool:
    """`480 tents: 300 in the north, 140 in the south and the rest by the river`: is it the gap?"""
    return sum_.added < sum_.total.value and tells_rest_last(sum_)


def tells_rest_last(sum_: Addition) -> bool:
    """Is a rest told behind the last part, without its number?"""
    last = sum_.parts[-1]
    return leaves_rest(sum_.passages[last.at], last.fact)
