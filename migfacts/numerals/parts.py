"""Parts of a number in words: what follows `and` and `point`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.numerals.numeral import ONE
from migfacts.tokens import Sentence

#: So many words at most stand between a scale and the next: `2 million twenty-five thousand`.
FURTHEST: Final = 4


def is_scaled(sentence: Sentence, at: int) -> bool:
    """Does a scale word follow, perhaps behind further cardinals: `1 million two hundred`?"""
    for word in sentence.words[at : at + FURTHEST]:
        if word.number is None:
            return False
        if word.number[0] == "scales":
            return True
    return False


#: Tags of what follows `a third more`, where that is no rank.
_COMPARED: Final = frozenset((*"pcsxruy,;:).E/-NKz", ""))


def is_part(sentence: Sentence, after: int) -> bool:
    """Is `a third` a part (`a third of`, `by a third.`) and no rank (`a third camp`)?

    So it is in `a third more than`, `a third higher`, `a third more camps`, `a third (33%)`.
    """
    tags = sentence.tags
    if tags[after : after + 2] == "(#":
        return sentence.lang.percents.match(sentence.words, after + 2) is not None
    if after >= len(tags) or tags[after] in 'opctxmvVDs,;:).E"/-ruy':
        return True
    if sentence.lang.relative_dates.match(sentence.words, after) is not None:
        return True  # rose by a third last year
    if tags[after] == "G":  # a third living in tents, but a third reporting period
        return tags[after + 1 : after + 2] not in tuple("nNkKbzjXZ")
    compares = sentence.words[after].lower in sentence.lang.changes.comparatives
    return compares and tags[after + 1 : after + 2] in _COMPARED


def of_scale(sentence: Sentence, at: int) -> bool:
    """`Quarter of a million fled`: is a part told without its article, as a headline tells it?"""
    words, tags = sentence.words, sentence.tags
    if at + 3 >= len(words) or (at and tags[at - 1] in "Ojd"):
        return False
    of, article, scale = words[at + 1 : at + 4]
    is_scale = scale.number is not None and scale.number[0] == "scales"
    return "of" in of.roles and "article" in article.roles and is_scale


def joined(sentence: Sentence, at: int) -> tuple[Decimal, int] | None:
    """The fraction in `and a half`, `and three quarters`, `and two thirds`."""
    words = sentence.words
    if at + 1 >= len(words):
        return None
    first, second = words[at], words[at + 1]
    count = None
    if "article" in first.roles:
        count = ONE
    elif first.number is not None and first.number[0] == "cardinals":
        count = Decimal(first.number[1])
    if count is None or second.number is None:
        return None
    name, value = second.number
    if name == "fractions":
        over, under = value.split()
        return count * Decimal(over) / Decimal(under), at + 2
    if name == "denominators" or (name == "ordinals" and count == ONE and int(value) > 2):
        if name == "ordinals" and not is_part(sentence, at + 2):
            return None
        return count / Decimal(value), at + 2
    return None


def own_scale(sentence: Sentence, at: int, scale: Decimal) -> tuple[Decimal, int]:
    """The scale of a part, its own or `scale`, and the token after it.

    `One billion and three quarters million` has its own, smaller than the one before.
    """
    number = sentence.words[at].number if at < len(sentence.words) else None
    if number is None or number[0] != "scales" or Decimal(number[1]) >= scale:
        return scale, at
    return Decimal(number[1]), at + 1


def plural_scale(sentence: Sentence, at: int) -> Decimal | None:
    """The scale that `millions` at a token is behind a number: `5 millions`.

    None behind the digits of a date, `in 2023 thousands fled`, `on 5 May hundreds of them`.
    """
    words, tags = sentence.words, sentence.tags
    scale = sentence.lang.plural_scales.get(words[at].lower)
    if scale is None or tags[at - 1] != "#":
        return scale
    digits = words[at - 1].text
    if (digits.isdecimal() and len(digits) > 3) or tags[at + 1 : at + 2] == "o":
        return None
    months = sentence.lang.dates.months
    return None if at > 1 and words[at - 2].lower in months else scale


def dozens(group: Decimal, dozen: Decimal) -> Decimal:
    """What a number of dozens is: in `three hundred and two dozen` two of them."""
    counted = group % 100
    return group + (counted if 0 < counted < 10 else group) * (dozen - ONE)


def hyphened(sentence: Sentence, at: int) -> int | None:
    """The denominator of `twenty-firsts`, `thirty-fifths` at a token, or None."""
    words = sentence.words
    if at + 2 >= len(words) or sentence.tags[at + 1] != "-" or words[at].space:
        return None
    tens, ones = words[at].number, words[at + 2].number
    if tens is None or ones is None or ones[0] != "denominators" or tens[0] != "cardinals":
        return None
    return int(tens[1]) + int(ones[1]) if int(tens[1]) % 10 == 0 and int(ones[1]) < 10 else None


def spoken(sentence: Sentence, at: int) -> tuple[str, int]:
    """The decimals spoken behind a point, `five`, `seventy-one`, and the token after them."""
    digits, tens = "", False
    words = sentence.words
    while at < len(words) and len(digits) < 12:
        word = words[at]
        if sentence.tags[at] == "-" and digits and not word.space:
            at += 1
            continue
        if word.number is None or word.number[0] != "cardinals":
            break
        value = word.number[1]
        digits = f"{digits[:-1]}{value}" if tens and len(value) == 1 else digits + value
        tens = len(value) == 2 and value[1] == "0" and value != "10"
        at += 1
    return digits, at
