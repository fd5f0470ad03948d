"""Finding the numerals of a sentence: one pass over its tags, then joining of neighbours."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.kept.patterns import precompiled
from migfacts.numerals import digits, words
from migfacts.numerals.join import join
from migfacts.numerals.numeral import ONE, Numeral, in_bounds
from migfacts.tokens import Sentence

_CANDIDATE: Final = precompiled("[#wO]")
#: What may stand behind a letter that scales a number and nothing counted.
_CLOSING: Final = frozenset((".", "E", ",", ";", ")", "(", ""))


def find(sentence: Sentence) -> list[Numeral]:
    """All numerals of a sentence, in order and not overlapping.

    Ranges and ratios that need no unit to be understood are joined: `10–15`, `between 10 and
    15`, `one in five`, `2:1`.
    """
    found: list[Numeral] = []
    search = _CANDIDATE.search
    tags = sentence.tags
    match = search(tags)
    while match is not None:
        at = match.start()
        numeral = _read(sentence, at)
        if numeral is None:
            match = search(tags, at + 1)
            continue
        found.append(numeral)
        match = search(tags, max(numeral.last, at + 1))
    return join(sentence, found) if len(found) > 1 else found


def _read(sentence: Sentence, at: int) -> Numeral | None:
    if sentence.tags[at] != "#":
        word = sentence.words[at]
        if word.number is not None and word.number[0] == "multiples":
            return Numeral(at, at + 1, "multiple", Decimal(word.number[1]), ONE)
        found = words.read(sentence, at)
        if found is None:
            return None
        return _fold(sentence, _signed_word(sentence, _restated(sentence, found)))
    found = digits.read_plain(sentence, at) or digits.read(sentence, at)
    if found.form == "code":
        return found
    if found.last < len(sentence.words) and sentence.words[found.last].continues:
        found = _continued(sentence, found)
    found = _fold(sentence, _signed(sentence, _restated(sentence, found)))
    found = _opened(sentence, found)
    if found.value is None or not in_bounds(found.value):
        return Numeral(found.first, found.last, "code", None, ONE)
    return found


def _continued(sentence: Sentence, found: Numeral) -> Numeral:
    """What may follow the digits: scale words, `st`, `th`, scale letters."""
    following = sentence.words[found.last]
    if not sentence.words[found.last - 1].space:
        if "rank_suffix" in following.roles and found.form == "digits":
            return Numeral(found.first, found.last + 1, "ordinal", found.value, ONE)
        factor = sentence.lang.scale_symbols.get(following.text)
        if factor is not None and (following.space or _mark(sentence, found.last + 1)):
            found.symbol = (factor, found.last + 1)
            return found
    elif following.text in sentence.lang.scale_symbols and found.form == "digits":
        after = found.last + 1
        if (
            _scales(sentence, found, after)
            or sentence.lang.currencies.names.match(sentence.words, after) is not None
        ):
            found.symbol = (sentence.lang.scale_symbols[following.text], after)  # 8 B people
            return found
    if found.form == "digits" and (
        following.number is not None
        or following.tag == "-"
        or "and" in following.roles
        or following.lower in sentence.lang.plural_scales
    ):
        longer = words.read(sentence, found.first, found)
        return longer if longer is not None else found
    return found


def _scales(sentence: Sentence, found: Numeral, after: int) -> bool:
    """`8 B people`, `2.9 m women`; `a total of 6.85 M`: does its letter scale it?"""
    letter, tag = sentence.words[after - 1], sentence.tags[after : after + 1]
    if not letter.capital:
        return tag == "N" and sentence.words[after].lower in sentence.lang.ages.people
    broken = found.value is not None and found.value != found.value.to_integral_value()
    return tag in ("N", "K", "Z") or (broken and tag in _CLOSING)


def _restated(sentence: Sentence, found: Numeral) -> Numeral:
    """`ninety (90) days`, `12 (twelve) months`: one number, told twice before its unit.

    Before a counted noun, `two (2) deaths`, each is a number of its own.
    """
    opened = found.last
    if found.form not in ("digits", "words") or sentence.tags[opened : opened + 1] != "(":
        return found
    again = None
    if opened + 1 < len(sentence.tags):
        if sentence.tags[opened + 1] == "#" and found.form == "words":
            again = digits.read(sentence, opened + 1)
        elif sentence.tags[opened + 1] == "w" and found.form == "digits":
            again = words.read(sentence, opened + 1)
    if again is None or again.value != found.value or found.value is None:
        return found
    end = again.last + 1
    measured = end < len(sentence.words) and sentence.words[end].follows
    if measured and sentence.tags[again.last] == ")":
        found.last, found.form = again.last + 1, "digits"
    return found


def _opened(sentence: Sentence, found: Numeral) -> Numeral:
    """`20+ years`: digits with a plus glued to them, and nothing glued to that."""
    words, at = sentence.words, found.last
    if found.form != "digits" or at >= len(words) or words[at].text != "+":
        return found
    if words[at - 1].space or not (words[at].space or _mark(sentence, at + 1)):
        return found
    found.last, found.open = at + 1, True
    following = words[found.last] if found.last < len(words) else None
    scale = following.number if following is not None and words[at].space else None
    if scale is not None and scale[0] == "scales" and found.value is not None:
        factor = Decimal(scale[1])  # USD 5+ million
        found.value, found.precision = found.value * factor, found.precision * factor
        found.scale, found.last = factor, found.last + 1
    return found


def _fold(sentence: Sentence, found: Numeral) -> Numeral:
    """`a 10-fold rise`, `ten fold`: a cardinal that multiplies; not `two fold beds`."""
    at = sentence.past_hyphen(found.last)
    if found.form not in ("digits", "words") or at >= len(sentence.words):
        return found
    counts = at == found.last and sentence.tags[at + 1 : at + 2] in ("N", "K")
    if "fold" in sentence.words[at].roles and not counts:
        found.form, found.last = "multiple", at + 1
    return found


def _bare(sentence: Sentence, found: Numeral) -> bool:
    """Does no unit follow, and no per cent: `Oslo –5 °C`?"""
    return found.last >= len(sentence.words) or not sentence.words[found.last].follows


def _mark(sentence: Sentence, at: int) -> bool:
    """Does a mark, or nothing, stand at the token?"""
    return at >= len(sentence.words) or not sentence.words[at].text[0].isalnum()


def _signed(sentence: Sentence, found: Numeral) -> Numeral:
    """A minus or plus directly before the digits, with nothing it could join before it."""
    at = found.first - 1
    if at < 0 or found.value is None:
        return found
    before = sentence.words[at]
    if "minus" in before.roles:
        return _signed_word(sentence, found)
    if before.space:
        return found
    if before.tag == "-" and at > 0 and "minus" in sentence.words[at - 1].roles:
        found.first, found.value = at - 1, -found.value
        return found
    if before.text in "–—" and at > 0 and sentence.tags[at - 1] in "XZ" and _bare(sentence, found):
        return found  # Bauchi –12, Edo –58
    free = at == 0 or sentence.words[at - 1].space or sentence.tags[at - 1] in '([/:,"$*'
    if free and before.tag == "-" and not (at and sentence.tags[at - 1] == "#"):
        found.first, found.value = at, -found.value
    elif free and before.text == "+":
        found.first = at
    return found


def _signed_word(sentence: Sentence, found: Numeral) -> Numeral:
    """`minus five`; `plus or minus five` is as far off on either side."""
    at, words = found.first - 1, sentence.words
    either = at > 1 and "plus" in words[at - 2].roles and "or" in words[at - 1].roles
    if at >= 0 and "minus" in words[at].roles and found.value is not None and not either:
        found.first, found.value = at, -found.value
    return found
