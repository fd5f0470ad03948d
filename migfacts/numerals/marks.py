"""Digits whose decimal and group marks stand as other languages have them: `1.250,75`, `27,5%`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.tokens import Sentence

#: Longer runs of digits are no number that a fact may hold, and cost more than they are worth.
MAX_DIGITS: Final = 40


def swapped(sentence: Sentence, at: int, text: str) -> tuple[Decimal, int] | None:
    """The number at a token whose marks are in each other's place, and the token after it.

    Args:
        sentence: the sentence.
        at: the token where the digits start.
        text: the digits of that token without what parts their groups.
    """
    return _groups_too(sentence, at, text) or _decimals_only(sentence, at, text)


def _groups_too(sentence: Sentence, at: int, text: str) -> tuple[Decimal, int] | None:
    """`1.250,75`: the two marks in each other's place; `1.250,750` might be a list, and is left."""
    words, lang = sentence.words, sentence.lang
    whole = text.split(lang.decimal_mark)
    if len(whole) < 2 or len(text) > MAX_DIGITS or at + 2 >= len(words):
        return None
    mark, decimals = words[at + 1].text, words[at + 2].text
    glued = not words[at].space and not words[at + 1].space
    if mark != lang.group_mark or not glued or not decimals.isdecimal() or len(decimals) > 2:
        return None
    if not 1 <= len(whole[0]) <= 3 or any(len(part) != 3 for part in whole[1:]):
        return None
    return Decimal(f"{''.join(whole)}.{decimals}"), at + 3


def _decimals_only(sentence: Sentence, at: int, text: str) -> tuple[Decimal, int] | None:
    """`27,5%`, `EUR 3,40`, `1,3 million`: the group mark where other languages have it.

    One or two digits are no group. They are decimals only where a unit, a currency, a scale or
    the end of the sentence shows that no list is meant: `steps 1,3 and 5`.
    """
    words, tags = sentence.words, sentence.tags
    zero, mark, decimals = words[at].text.partition(sentence.lang.group_mark)
    if zero == "0" and decimals.isdecimal():
        return Decimal(f"0.{decimals}"), at + 1  # 0,125 kg
    if mark or not text.isdecimal() or len(text) > 3 or not _marked(sentence, at):
        return None
    if at and (tags[at - 1] in "[.#," or sentence.lang.labels.heads_several(words, at)):
        return None
    return (Decimal(f"{text}.{words[at + 2].text}"), at + 3) if _decimal(sentence, at) else None


def with_decimals(sentence: Sentence, digits: str, last: int) -> tuple[str, int]:
    """`3 198 744,56`: digits in groups between spaces, and decimals behind a mark, if there are.

    Returns:
        All the digits, with the decimal mark of the language, and the token after them.
    """
    mark = sentence.lang.decimal_mark
    if mark in digits or not _marked(sentence, last - 1):
        return digits, last
    return f"{digits}{mark}{sentence.words[last + 1].text}", last + 2


def _decimal(sentence: Sentence, at: int) -> bool:
    """Are the digits behind a group mark decimals, as what stands beside the number shows?"""
    words, tags, after = sentence.words, sentence.tags, at + 3
    spans = tags[after : after + 1] in ("t", "-") and _marked(sentence, after + 1)
    if spans or (at > 3 and tags[at - 1] in "t-" and _marked(sentence, at - 4)):
        return True  # 1,5 to 2,5
    if after >= len(words) or tags[after] in "E.":
        return True
    if "and" in words[after].roles and _marked(sentence, after + 1):
        return _measured(sentence, at, after + 4)  # between 1,5 and 2,5 km
    return _measured(sentence, at, after)


def _marked(sentence: Sentence, at: int) -> bool:
    """Do digits, a group mark and one or two more digits stand at a token without spaces?"""
    words = sentence.words
    if at + 2 >= len(words) or words[at].space or sentence.tags[at] != "#":
        return False
    mark, decimals = words[at + 1 : at + 3]
    if mark.text != sentence.lang.group_mark or mark.space:
        return False
    return decimals.text.isdecimal() and len(decimals.text) <= 2


def _measured(sentence: Sentence, at: int, after: int) -> bool:
    """Do a currency before a number in digits or what stands behind it show a quantity?"""
    words, lang = sentence.words, sentence.lang
    if lang.currencies.symbols.match_before(words, at) is not None:
        return True
    if after >= len(words):
        return False
    behind = words[after]
    scale = behind.lower in lang.plural_scales or behind.text in lang.scale_symbols
    if scale or behind.number is not None:
        return True
    tables = (lang.percents, lang.units.words, lang.units.symbols, lang.currencies.names)
    if any(table.match(words, after) is not None for table in tables):
        return True
    return lang.currencies.symbols.match(words, after) is not None
