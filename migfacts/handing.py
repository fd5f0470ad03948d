"""Handing on: bare numbers take over the unit of a neighbour, `15, 13 and 8 per cent`."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

HUNDRED: Final = Decimal(100)
#: Ends of a range in disorder are not farther apart than this factor.
FARTHEST: Final = 4
_ENDS: Final = frozenset(("", ",", ".", "E", ")", "c", "p", ";", "x", "r"))
_UNITS: Final = frozenset(("percent", "measure", "duration", "age", "money"))
#: Before the second of two values, perhaps behind the time of the first: `in May 2023 to`.
_TO: Final = precompiled("(?:p[X#m-]{1,4})?t")
#: In tokens, before an interval of confidence.
LONGEST_INTERVAL: Final = 8
#: `, of which`, `, including`.
_PART: Final = precompiled(",?(?:or|p|G)")
#: Tags of what a number may count.
_COUNTED: Final = ("N", "K", "Z", "z", "n", "k", "j", "o", "%")
#: `for girls and`: what the first of two amounts is for.
_ALIKE: Final = precompiled("p[djXZnkNKbz]{1,3}c")
#: From one bracket of a list into the next.
_NEXT_BRACKET: Final = precompiled(r"[^();:E]{0,6}\),?c?[jDGnkbNKXZz-]{1,4}\(")


def share(sentence: Sentence, found: list[Quantity]) -> None:
    """Give bare numbers of a list the unit that its last one has: `15, 13 and 8 per cent`.

    The sides of a surface have the unit of the last one, `150 x 200 cm`.
    An age hands its unit on to the next, `aged 13 and 15`, a currency before its amount to all
    behind it, `USD 12, 10 and 8 per kilogram`, and any unit to the brackets of its list.
    """
    _hand_back(sentence, found)
    for other, one in pairwise(reversed(found)):
        if _spans(sentence, one, other):
            _take_over(one, other)
    for one, other in pairwise(found):
        if other.kind == "number" and (
            (one.kind == "age" and _ends_ages(sentence, one, other))
            or (one.kind in _UNITS and _bracketed(sentence, one, other))
            or (one.kind in _UNITS and _is_around(sentence, one, other))
        ):
            _take_over(other, one)
    for one, other in pairwise(found):
        if one.kind == "age" and other.kind == "duration" and _to_age(sentence, one, other):
            other.kind = "age"
    for at, first in enumerate(found):
        if first.kind == "money" and first.numeral.last == first.last:
            _hand_on(sentence, first, found[at + 1 :])
    for one, other in pairwise(each for each in found if each.kind != "date"):
        if other.kind == "number" and any(rule(sentence, one, other) for rule in _GOES_ON):
            _take_over(other, one)
    for one, other in pairwise(found):
        _share_rate(sentence, one, other)
        if _backwards(sentence, one, other):
            bare, whole = (one, other) if one.kind == "number" else (other, one)
            _take_over(bare, whole)


def _share_rate(sentence: Sentence, one: Quantity, other: Quantity) -> None:
    """`from $17 to $8.50 per person`, `to $6 per person from $12.50`: both are counted by one."""
    if one.kind != other.kind or one.unit != other.unit or one.kind not in ("money", "measure"):
        return
    between = sentence.tags[one.last : other.first]
    if between == "t" and one.per is None and opened(sentence, one.first) == "from":
        one.per = other.per
    elif between == "p" and other.per is None and "from" in sentence.words[one.last].roles:
        other.per = one.per


def _take_over(bare: Quantity, other: Quantity) -> None:
    bare.kind, bare.unit, bare.unit_text = other.kind, other.unit, other.unit_text


def _hand_back(sentence: Sentence, found: list[Quantity]) -> None:
    """`15, 13 and 8 per cent`, `8 or $9`: the unit of the last for those before it."""
    tags = sentence.tags
    handed = False
    for at in range(len(found) - 2, -1, -1):
        number, other = found[at], found[at + 1]
        listed, handed = handed, False
        if number.kind != "number" or other.kind not in _UNITS or number.per is not None:
            continue
        either = "or" in sentence.words[number.last].roles
        if other.kind == "percent" and number.value and other.value:
            falling = either and number.value > other.value
            if falling or number.value > HUNDRED >= other.value:
                continue  # by 28 or 25 per cent, by 270 or 30 per cent
        between = tags[number.last : other.first]
        apposed = between == ",c" and "or" in sentence.words[other.first - 1].roles
        if other.kind == "percent" and apposed and not _is_listed(sentence, found, at):
            continue  # they trained 48, or 96 per cent of the plan
        if between not in ("c", ",", ",c") or number.numeral.form not in ("digits", "words"):
            continue
        symbol = other.kind == "money" and either  # 8 or $9
        own = other.numeral.last < other.last and other.numeral.first <= other.first
        if symbol or (own and "c" in between) or (listed and between == ","):
            _take_over(number, other)
            number.per, handed = other.per, True


def _spans(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`150 x 200 cm`, `4 by 6 metres`: are a bare number and a length the two sides?"""
    crossed = other.first - one.last == 1 and sentence.words[one.last].roles & {"x", "by"}
    if not crossed or one.kind != "number" or other.kind != "measure":
        return False
    return _is_length(sentence, other)


def _is_listed(sentence: Sentence, found: list[Quantity], at: int) -> bool:
    """`15, 20, or 25 per cent`: does a number of the same list stand before?"""
    if not at:
        return False
    before, number = found[at - 1], found[at]
    return before.kind == "number" and sentence.tags[before.last : number.first] == ","


def _ends_ages(sentence: Sentence, age: Quantity, number: Quantity) -> bool:
    """`aged 13 and 15`."""
    tags, last = sentence.tags, number.last
    return tags[age.last : number.first] == "c" and tags[last : last + 1] in _ENDS


def _to_age(sentence: Sentence, age: Quantity, other: Quantity) -> bool:
    """`aged 6 months to 14 years`."""
    return other.per is None and sentence.tags[age.last : other.first] in ("t", "-", "c")


def _bracketed(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`Arabic (29 per cent of the calls), Tigrinya (21)`: are both in brackets behind names?"""
    tags = sentence.tags
    opened = (
        one.first > 0 and tags[one.first - 1] == "(" and tags[other.last : other.last + 1] == ")"
    )
    return opened and _NEXT_BRACKET.fullmatch(tags, one.last, other.first) is not None


def _is_around(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`15.9% (95% CI: 12.9–19.4)`: is it the interval in which an estimate surely lies?"""
    if other.numeral.form != "range" or one.value is None or other.low is None:
        return False
    between = sentence.words[one.last : other.first]
    told = any("confidence" in word.roles for word in between)
    apart = len(between) > LONGEST_INTERVAL or sentence.tags[one.last : one.last + 1] not in "(["
    if apart:
        return False
    return told or (len(between) == 1 and other.low <= one.value <= (other.high or other.low))


def _is_part(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`USD 50 million, of which 20 million is for food`: a part of an amount, without its unit."""
    if one.kind != "money" or other.numeral.scale is None:
        return False
    part = _PART.fullmatch(sentence.tags, one.last, other.first) is not None
    return part and sentence.tags[other.last : other.last + 1] not in _COUNTED


def _compared(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`19.8 million euros, 2.3 million more than planned`: how far an amount is from another."""
    words, tags, last = sentence.words, sentence.tags, other.last
    changes, near = sentence.lang.changes, tags[one.last : other.first] in (",", ",y", "(y")
    if one.kind != "money" or not near or last >= len(words):
        return False
    if words[other.first - 1].lower in changes.adverbs:  # USD 40 million, up 5 million
        return other.numeral.scale is not None and tags[last] in _ENDS
    behind = tags[last + 1 : last + 2]
    return words[last].lower in changes.comparatives and behind not in _COUNTED


def _is_further(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`walked for three hours and waited for another five`: more in the same unit."""
    bare = sentence.tags[other.last : other.last + 1] in _ENDS
    return bare and one.kind in _UNITS and "another" in sentence.words[other.first - 1].roles


def _is_amount(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """Is a bare number an amount as well, by what stands beside it?

    `150 million dollars, or 50 million a year`, `$3 million, against 2 million`, `300 dollars for
    girls and 450 for boys`, `a car costs $40; a lorry costs 90`, `of $9 million 4 million came`.
    """
    words, tags, at, last = sentence.words, sentence.tags, other.first, other.last
    if one.kind != "money" or tags[last : last + 1] in _COUNTED:
        return False
    between = tags[one.last : at]
    if _ALIKE.fullmatch(between) and last < len(words):
        return words[last].lower == words[one.last].lower  # for girls and 450 for boys
    if "paying" in words[at - 1].roles:
        return tags[last : last + 1] in _ENDS
    if other.numeral.scale is None:
        return False
    led = one.first and "of" in words[max(one.first - 2, 0)].roles and tags[last : last + 1] in "xV"
    either = between == ",c" and "or" in words[at - 1].roles
    return either or "against" in words[at - 1].roles or (between == ",X") or bool(led)


def _is_breadth(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`ten feet by twelve`: is a bare number the second side of a surface?"""
    by = other.first - one.last == 1 and "by" in sentence.words[one.last].roles
    bare = sentence.tags[other.last : other.last + 1] in _ENDS
    return by and bare and one.kind == "measure" and _is_length(sentence, one)


def _is_length(sentence: Sentence, quantity: Quantity) -> bool:
    """Is a measure one of those that make a surface?"""
    return f"{quantity.unit} ** 2" in sentence.lang.units.areas


def _led_on(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`cut from 90 days in May to 45`: does a bare number end what began with a unit?"""
    tags, behind = sentence.tags, other.last
    return (
        one.kind in _UNITS
        and one.per is None
        and _TO.fullmatch(tags, one.last, other.first) is not None
        and tags[behind : behind + 1] in _ENDS
        and opened(sentence, one.first) == "from"
    )


#: By what a bare number goes on with the unit of the one before it.
_GOES_ON: Final = (_is_breadth, _led_on, _is_part, _compared, _is_further, _is_amount)


def _backwards(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`EUR 1,800-1,200`, `60–40 cm`: a range with its ends in disorder, and one unit for both."""
    kinds = {one.kind, other.kind}
    measured = other.kind in _UNITS or (one.kind == "money" and other.kind == "number")
    if "number" not in kinds or not measured or one.value is None or other.value is None:
        return False
    glued = sentence.glued(one.last) and sentence.glued(other.first)
    dash = sentence.tags[one.last : other.first] == "-" and other.first - one.last == 1
    return dash and glued and other.value < one.value <= other.value * FARTHEST


def _hand_on(sentence: Sentence, first: Quantity, others: list[Quantity]) -> None:
    """Give the bare numbers of a list that `first` opens its currency, if they end it."""
    tags, last, listed = sentence.tags, first.last, []
    for number in others:
        between = tags[last : number.first]
        if number.kind != "number" or between not in ("c", ",", ",c"):
            return
        listed.append(number)
        last = number.last
        if "c" in between:
            break
    else:
        return
    if listed[-1].per is not None or tags[last : last + 1] in _ENDS:
        for number in listed:
            number.kind, number.unit, number.unit_text = "money", first.unit, first.unit_text


def opened(sentence: Sentence, first: int) -> str:
    """The word that opens a range before a token: `from`, `between`, `between the`."""
    at = opener(sentence, first)
    roles = sentence.words[at].roles if at >= 0 else frozenset()
    return "from" if "from" in roles else "between" if "between" in roles else ""


def opener(sentence: Sentence, first: int) -> int:
    """The token that would open a range before a token, past `the`."""
    return first - 2 if first > 1 and sentence.tags[first - 1] == "d" else first - 1
