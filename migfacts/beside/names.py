"""Words before a number that make it a name or label: `Article 5`, `No. 7`, `Windows 11`."""

from __future__ import annotations

from typing import Final

from migfacts.kept.patterns import precompiled
from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence

#: What stands behind an item of a list.
_ITEM_ENDS: Final = frozenset((",", "c", ".", ";", "E", ""))
#: The first number of a list with what it counts, and names with their numbers up to the next name.
#: `, the crossing at Orlu`; a share in brackets may follow each number.
_NAMED: Final = r"(?:d[jnkbG]{1,3})?p?d?X{1,3}"
_SHARE: Final = r"(?:\(#%\))?"
_ITEM: Final = precompiled(
    rf"[#w](?:[jnkbNKZz]{{0,4}}|ou|od[jnkbNKZz]{{1,3}}){_SHARE}"
    rf"(?:,?c?{_NAMED}#{_SHARE})*,?c?(?<=[,c]){_NAMED}\Z"
)
#: Three names and more, each with its number.
_PAIRS: Final = precompiled(rf"{_NAMED}#{_SHARE}(?:,?c?{_NAMED}#{_SHARE}){{2,60}}")
#: One of them has so many digits and is no year, or they may be a row of products.
_LARGE: Final = 3
#: A share in brackets, as tags.
_BRACKETED: Final = "(#%)"
#: Tags of what a number in groups of digits counts.
_COUNTED: Final = frozenset("NKZzjnkX")
#: In digits.
YEAR_LENGTH: Final = 4
#: In tokens.
LONGEST_LIST: Final = 60
_CLOSING: Final = frozenset(("", "E", ".", ",", ")", '"', ":", ";"))
#: How many labelled numbers a plural label may head: `Articles 5, 12 and 13`.
MAX_LABELLED: Final = 8


def numbered(sentence: Sentence, numeral: Numeral) -> bool:
    """`No. 7`, `#12`, `nr 4`."""
    at = numeral.first - 1
    if at < 0:
        return False
    words, numbered = sentence.words, sentence.lang.labels.numbered
    if words[at].text == "#":
        return True
    if words[at].text == "." and at and not words[at - 1].space:
        at -= 1
    return words[at].lower in numbered


def labelled(sentence: Sentence, numeral: Numeral) -> bool:
    """`Article 5`, `phase 2`, `Articles 12 and 13`; a noun that is ranked is no label."""
    at, words, tags = numeral.first - 1, sentence.words, sentence.tags
    if tags[max(at - 2, 0) : at + 1] == "(X)":
        at -= 3  # Regulation (EU) 2024/1348
    if at < 0 or numeral.form not in ("digits", "range", "ratio", "fraction"):
        return False
    labels = sentence.lang.labels
    if not (words[at].labels or words[at].text == "." or tags[at] in "NKZz,c-"):
        return False
    if (
        tags[numeral.last : numeral.last + 1] in _COUNTED
        and sentence.lang.group_mark in (words[numeral.first].text[1:-1])
    ):
        return False  # at New Year 48,300 people
    if tags[at - 1 : at] == "O":
        return False  # and in the second week 3,980
    last = numeral.last + _is_letter(sentence, numeral.last)  # Blocks 3B and 7
    several = numeral.form == "range" or _more_follow(sentence, last)
    if labels.heads(words, at + 1) or (several and labels.heads_several(words, at + 1)):
        return True
    if words[at].text == "." and at and labels.heads_several(words, at):
        return not words[at - 1].space
    seen = 0
    while at >= 2 and seen < MAX_LABELLED and tags[at] in ",c-":
        lettered = _is_letter(sentence, at - 1) and tags[at - 2] == "#"
        if tags[at - 1] != "#" and not lettered:
            break
        at, seen = at - 2 - lettered, seen + 1
        if tags[at] == "," and tags[at + 1] == "c":
            at -= 1
        if tags[at] != "#" and labels.heads_several(words, at + 1):
            behind = tags[numeral.first - 1] + tags[numeral.last : numeral.last + 1]
            counted = behind in (",N", ",K", ",z")  # in weeks 9 and 10, 1845 tests
            return not (counted or labels.heads(words, at + 1))
    return False


def _is_letter(sentence: Sentence, at: int) -> bool:
    """Is the token a capital letter that is glued to what stands before: the B of `3B`?"""
    return sentence.glued(at) and sentence.words[at].size == 1 and sentence.words[at].capital


def _more_follow(sentence: Sentence, last: int) -> bool:
    """`Articles 12 and 13`: another number hangs on with a comma or a conjunction."""
    tags = sentence.tags[last : last + 2]
    return len(tags) == 2 and tags[0] in ",c-" and tags[1] == "#"


def lettered(sentence: Sentence, numeral: Numeral) -> bool:
    """`office 4B`: a letter that scales nothing, since a noun that is no amount stands before."""
    words, tags, at = sentence.words, sentence.tags, numeral.first - 1
    if numeral.symbol is None or at < 0 or tags[at] not in "nk" or not words[at].space:
        return False
    if not words[numeral.first].text.isdecimal() or not _is_letter(sentence, numeral.last):
        return False
    amount = words[at].roles & {"counter", "gauge", "amounts", "amount"}
    return not amount and tags[numeral.last + 1 : numeral.last + 2] not in _COUNTED


def name_before(sentence: Sentence, numeral: Numeral) -> bool:
    """`Windows 11`, `Channel 4`, `BBC One`: a small number that ends a name."""
    at, last = numeral.first - 1, numeral.last
    words, tags = sentence.words, sentence.tags
    if at < 0 or last - at != 2 or numeral.value is None:
        return False
    if numeral.form == "words":
        return words[at].capital and words[numeral.first].capital and (at > 0 or tags[at] == "X")
    named = words[at].capital and at > 0
    if tags[at] != "X" and not (named and (tags[at] in "nb" or tags[at - 1] == "p")):
        return False
    if numeral.form != "digits" or not words[numeral.first].text.isdecimal():
        return False
    if numeral.symbol is not None or (numeral.value >= 1000 and not _ends_name(sentence, numeral)):
        return False
    dates = sentence.lang.dates
    if words[at].lower in dates.months or words[at].lower in dates.weekdays:
        return False
    if last < len(words) and words[last].follows and sentence.lang.units.match(words, last):
        return False
    if _goes_on(sentence, numeral.first, last) or _is_listed(sentence, numeral):
        return False
    if last < len(words) and tags[last] in "NKzoZ%$-#w":
        return False
    if tags.startswith("/#", last) and sentence.lang.group_mark in words[last + 1].text:
        return False  # AR 34/10,000, but not Act 34/2019
    # from Haiti 44, from Ecuador 31
    return numeral.value >= 1000 or sentence.lang.places.match_before(words, at + 1) is None


def _is_listed(sentence: Sentence, numeral: Numeral) -> bool:
    """`Orla 590, Sava 413 and Bor 72`, `Tagalog 34 (14%)`: numbers of three names, or a share."""
    tags, words, first = sentence.tags, sentence.words, numeral.first
    if tags.startswith(_BRACKETED, numeral.last):
        return True
    start = max(first - LONGEST_LIST, 0)
    for found in _PAIRS.finditer(tags, start, first + LONGEST_LIST):
        if found.start() < first < found.end():
            at = [at for at in range(*found.span()) if tags[at] == "#" and tags[at - 1] == "X"]
            names = {words[each - 1].text for each in at}
            numbers = [words[each].text for each in at]
            large = any(_LARGE <= len(number) != YEAR_LENGTH for number in numbers)
            return large and all(map(str.isdecimal, numbers)) and len(names) == len(at)
    return False


def _ends_name(sentence: Sentence, numeral: Numeral) -> bool:
    """`the International Dialogue on Migration 2024`: a year that closes a name."""
    tags, words, at = sentence.tags, sentence.words, numeral.first - 1
    if (
        len(words[numeral.first].text) != YEAR_LENGTH
        or tags[numeral.last : numeral.last + 1] not in _CLOSING
    ):
        return False
    while at > 0 and tags[at - 1] in "po":
        at -= 1
    return at > 1 and words[at - 1].capital and tags[at - 1] in "XZnNj"


def _led_as_before(sentence: Sentence, first: int) -> bool:
    """`in Bor 312, in Yei 268`: did the preposition of a name stand before, if it has one?"""
    tags, at = sentence.tags, first - 1
    while at > 0 and tags[at] in "Xd":
        at -= 1
    words = sentence.words
    return tags[at] != "p" or any(word.lower == words[at].lower for word in words[:at])


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """`Spain took in 420, Italy 380 and Malta 60`: does the name take the place of the subject?

    The list begins with a number that has no name before it, and is no year.
    """
    tags, words = sentence.tags, sentence.words
    if tags[last : last + 1] not in _ITEM_ENDS and not tags.startswith(_BRACKETED, last):
        return False
    found = _ITEM.search(tags, max(first - LONGEST_LIST, 0), first)
    if found is None or not _led_as_before(sentence, first):
        return False
    at, name = found.start(), words[first - 1].text
    if at == 0 or tags[at - 1] in "XZN-":
        return False
    near = range(max(first - LONGEST_LIST, 1), min(first + LONGEST_LIST, len(tags)))
    if any(words[other - 1].text == name for other in near if other != first):
        return False  # 3 films, Rocky 4 and Rocky 5
    return len(words[at].text) != YEAR_LENGTH or tags[at + 1] not in ",c"
