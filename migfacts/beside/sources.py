"""Sources and their years: `[30,40]`, `(Ratha et al., 2006; UNHCR, 2020)`, `IOM (2024a)`."""

from __future__ import annotations

from typing import Final

from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence, is_year

#: What tells apart the works of one year.
_WORKS: Final = frozenset("abcdef")


def cited(sentence: Sentence, numeral: Numeral) -> bool:
    """`[30,40,42]`, and the year of a source: `(Ratha et al., 2006; UNHCR, 2020)`."""
    tags, words, at = sentence.tags, sentence.words, numeral.first - 1
    if at < 0 or numeral.form not in ("digits", "range"):
        return False
    opening = max(tags.rfind("[", 0, numeral.first), 0)
    if tags[opening] == "[" and numeral.first - opening < 16:
        closing = tags.find("]", numeral.last, numeral.last + 16)
        if closing > 0 and not set(tags[opening + 1 : closing]) - set("#,-c"):
            marks = words[opening + 1 : closing]
            return not any(sentence.lang.decimal_mark in word.text for word in marks)
    text, behind = words[numeral.first].text, numeral.first + 1
    if len(text) != 4 or not text.isdecimal():
        return False
    if sentence.glued(behind) and words[behind].text in _WORKS and is_year(text):
        return behind + 1 == len(words) or not words[behind + 1].text[0].isalnum()  # IOM, 2024a
    if tags[at] == "(":
        return "et_al" in words[at - 1].roles or "et_al" in words[at - 2].roles
    if tags[at] != "," or at < 1 or not _closes(tags, numeral.last):
        return False
    if words[at - 1].text == "." and "et_al" in words[at - 2].roles:
        return True
    return tags[at - 1] in "XZ" and _opens(tags, at)


def _closes(tags: str, last: int) -> bool:
    return last >= len(tags) or tags[last] in "),;k"


def _opens(tags: str, at: int) -> bool:
    """Does a bracket or a semicolon open the source, only names between?"""
    start = at - 1
    while start >= 0 and tags[start] in "XZc" and at - start < 6:
        start -= 1
    return start >= 0 and tags[start] in "(;"
