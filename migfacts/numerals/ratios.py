"""Ratios: two numerals that are a part and its whole, or a quotient."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.numerals.numeral import ONE, Numeral, quotient
from migfacts.tokens import Sentence

#: What a part may be counted in, other than small numbers: `5 in 100`, `one in 10,000`.
_SMALL: Final = 20
#: How far before it a word may call it a ratio, in tokens.
FARTHEST: Final = 12
CARDINAL: Final = ("digits", "words")
_ENDS: Final = frozenset(("", ".", "E"))
#: Tags of a noun that a numeral counts, and of what may open one.
_NOUNS: Final = frozenset("nkb")
_COUNTED: Final = frozenset("nNkKXZjbGSz$%-")
#: Tags behind a verb that is no noun: `one in four sleeps outdoors`.
_PREDICATES: Final = frozenset("yduts")


def part_in(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`one in five`, `9 in 10`, `1 in 10,000`; not `5 in 2023`, `code 1 in 37 per cent`."""
    if sentence.lang.percents.match(sentence.words, b.last) is not None:
        return None
    assert a.value is not None
    assert b.value is not None
    if a.form not in CARDINAL:
        return None
    whole = b.value
    base = (
        (a.value == ONE and whole < 1900)
        or whole <= _SMALL
        or whole in (25, 50, 100, 1000, 10000, 100000)
    )
    if not base or whole != whole.to_integral_value() or whole < 2:
        return None
    if whole > 10 and a.value != ONE and whole not in (100, 1000, 10000, 100000):
        return None
    return ratio(a, b)


def one_of_many(tags: str, a: Numeral, b: Numeral) -> bool:
    """`one child in five`; not `one camp in five districts`, `one centre in 2023`.

    `one hospital bed in three`.
    """
    behind = tags[b.last : b.last + 1]
    sleeps = behind == "z" and tags[b.last + 1 : b.last + 2] in _PREDICATES
    return (
        a.value == ONE
        and a.form == "words"
        and tags[b.first - 2] in _NOUNS
        and (b.first - a.last == 2 or tags[a.last] in "jnkbX")
        and (behind not in _COUNTED or sleeps)
    )


def ratio(a: Numeral, b: Numeral) -> Numeral | None:
    """`three out of four`: a part and what it is of, which is no smaller."""
    if a.value is None or not b.value or a.value > b.value or a.form not in CARDINAL:
        return None
    return of_two(a, b)


def of_two(a: Numeral, b: Numeral) -> Numeral:
    """`a ratio of 3 to 1`."""
    assert a.value is not None
    assert b.value
    found = Numeral(a.first, b.last, "ratio", quotient(a.value / b.value), Decimal("0.01"))
    found.items = (a, b)
    return found


def colon(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`2:1`, `50:50`; `10:30` is a clock time, but not in `a ratio of latrines of 1:20`."""
    if not sentence.glued(a.last) or sentence.words[a.last].space or not a.value or not b.value:
        return None
    minutes = sentence.words[b.first].text
    before = sentence.words[max(a.first - FARTHEST, 0) : a.first]
    named = any("ratio" in word.roles for word in before)
    if not named and len(minutes) == 2 and a.value <= 24 and b.value < 60:
        return None
    if a.form != "digits" or b.form != "digits":
        return None
    return of_two(a, b)


def over(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`one over 20` where nothing is counted behind; not `grew by 5 over 20 years`."""
    assert a.value is not None
    if a.form not in CARDINAL or not b.value or sentence.tags[b.last : b.last + 1] not in _ENDS:
        return None
    return of_two(a, b)
