"""Joining of neighbouring numerals: ranges, ratios, plus-minus."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from migfacts.numerals.beside import between_ages, may_be_year, multiplies, opens_date
from migfacts.numerals.numeral import ONE, Numeral, plain, quotient
from migfacts.tokens import Sentence

#: What a part may be counted in, other than small numbers: `5 in 100`, `one in 10,000`.
_SMALL: Final = 20
_CARDINAL: Final = ("digits", "words")
_JOINED: Final = (*_CARDINAL, "ordinal", "fraction")
_ENDS: Final = frozenset(("", ".", "E"))
#: Tags of a noun that a numeral counts, and of what may open one.
_NOUNS: Final = frozenset("nkb")
_COUNTED: Final = frozenset("nNkKXZjbGSz$%-")
#: Tags behind a verb that is no noun: `one in four sleeps outdoors`.
_PREDICATES: Final = frozenset("yduts")
_PARTS_OF: Final = frozenset(("in", "out"))


def join(sentence: Sentence, found: list[Numeral]) -> list[Numeral]:
    """The numerals with neighbours joined that are one number together."""
    out: list[Numeral] = []
    at = 0
    while at < len(found):
        here = found[at]
        if at + 1 < len(found) and found[at + 1].first - here.last <= 3:
            joined = _pair(sentence, here, found[at + 1])
            if joined is not None and not _chained(sentence, found, at):
                out.append(joined)
                at += 2
                continue
        out.append(here)
        at += 1
    return out


def _chained(sentence: Sentence, found: list[Numeral], at: int) -> bool:
    """`2023-09-12`, `022-717-9111`, `6:30:00`: a third number hangs on to a pair."""
    if at + 2 >= len(found):
        return False
    second, third = found[at + 1], found[at + 2]
    between = third.first - second.last
    return between == 1 and sentence.tags[second.last] in "-:/" and sentence.glued(third.first)


def _pair(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    if a.value is None or b.value is None or b.form not in _JOINED:
        return None
    gap = b.first - a.last
    words, tags = sentence.words, sentence.tags
    if gap == 0:
        return _glued_pair(sentence, a, b)
    if b.form == "ordinal" and a.form != "ordinal":
        return None
    if gap == 1:
        rule = _BY_TAG.get(tags[a.last]) or _by_role(words[a.last].roles)
        return rule(sentence, a, b) if rule else None
    if gap == 3 and tags[a.last : b.first] == "-t-" and sentence.glued(a.last):
        return _range(a, b)  # 0-to-60
    if gap == 2 and "out" in words[a.last].roles and tags[a.last + 1] == "o":
        return _ratio(a, b)
    if gap == 2 and "in" in words[a.last + 1].roles and _one_of_many(tags, a, b):
        return _in(sentence, a, b)
    if gap in (2, 3) and words[a.last].roles & _PARTS_OF and "each" in words[b.first - 1].roles:
        return _ratio(a, b)
    return None


def _glued_pair(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`one twenty-fifth`; `12 -15` with the dash read as a sign."""
    if b.form == "ordinal" and a.form == "words" and a.value == ONE and b.value:
        return Numeral(a.first, b.last, "fraction", quotient(ONE / b.value), Decimal("0.01"))
    if b.form == "digits" and b.value is not None and b.value < 0 and sentence.tags[b.first] == "-":
        b.value = -b.value
        return _range(a, b)
    return None


def _range(a: Numeral, b: Numeral) -> Numeral | None:
    """`1–3 million`: the range, the scale serving both ends where it must."""
    low, high = a.value, b.value
    assert low is not None
    assert high is not None
    precision = a.precision
    if b.scale is not None and a.scale is None and a.symbol is None:
        mantissa = high / b.scale
        if low < mantissa and low < 1000:
            low, precision = plain(low * b.scale), plain(a.precision * b.scale)
    found = Numeral(a.first, b.last, "range", None, min(precision, b.precision), low, high)
    found.items = (a, b)
    found.symbol = b.symbol
    found.scale = b.scale
    return found


def _dash(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`10–15`, `10 – 15`; a falling pair is a score or a code, no range, unless it has a unit."""
    dash = a.last
    if a.form not in _CARDINAL or (sentence.glued(dash) == bool(sentence.words[dash].space)):
        return None
    found = _range(a, b)
    if found is None or found.low is None or found.high is None:
        return None
    if sentence.words[dash].space and (
        not _nothing_between(a, b) or opens_date(sentence, a.first, b.last)
    ):
        return None
    falls = found.low >= found.high and sentence.words[dash].text in "-‐‑"
    if found.low == found.high or (falls and not _has_unit(sentence, b)):
        return None
    return found


def _has_unit(sentence: Sentence, b: Numeral) -> bool:
    """Is it followed by a percentage or a time: `of 76-59 months`? It is written as a range."""
    words = sentence.words
    if sentence.lang.percents.match(words, b.last) is not None:
        return True
    if b.last >= len(words):
        return False
    units, word = sentence.lang.units, words[b.last].lower
    return units.words.meaning(word) in units.durations


def _nothing_between(a: Numeral, b: Numeral) -> bool:
    """A spaced dash joins only plain numbers: `10 – 15 camps`, not `in 2023 – 40 camps`."""
    assert a.value is not None
    assert b.value is not None
    return a.form == "digits" and b.form == "digits" and a.value < b.value and a.value < 1900


def _to(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`10 to 15`, `from 10 to 15`."""
    opening = _opening(sentence, a)
    if a.form == "ordinal" or b.form == "ordinal" or multiplies(sentence, a):
        return None
    if a.first >= 2 and "ratio" in sentence.words[a.first - 2].roles:
        return _quotient(a, b)
    assert a.value is not None
    assert b.value is not None
    if opening == "" and not a.value < (
        b.value if b.scale is None or a.scale else b.value * b.scale
    ):
        # aged 14 to 6 is a slip, and is kept as written
        aged = sentence.lang.ages.before.match_before(sentence.words, a.first)
        return _range(a, b) if aged is not None else None
    if a.form == "fraction" != b.form and b.value > 1:
        return None  # fell by half to 160
    if opening == "" and 1900 <= a.value <= 2100 and not may_be_year(sentence, b):
        return None  # rose in 2018 to 3.9 million
    found = _range(a, b)
    if found is not None and opening:
        found.first = a.first - 1
    return found


def _and(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`between 10 and 15`, `between the ages of 10 and 15`."""
    if _opening(sentence, a) == "between":
        found = _range(a, b)
        if found is not None:
            found.first = a.first - 1
        return found
    return _range(a, b) if between_ages(sentence, a) else None


def _or(_: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`5 or 6 camps`."""
    assert a.value is not None
    assert b.value is not None
    if a.form == "ordinal" or not a.value < b.value:
        return None
    return _range(a, b)


def _slash(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`two/three camps`; digits are a fraction or a date."""
    return _or(sentence, a, b) if a.form == b.form == "words" else None


def _opening(sentence: Sentence, a: Numeral) -> str:
    """The word that opens a range: `from` or `between`."""
    if a.first:
        roles = sentence.words[a.first - 1].roles
        for role in ("from", "between"):
            if role in roles:
                return role
    return ""


def _in(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`one in five`, `9 in 10`, `1 in 10,000`; not `5 in 2023`, `code 1 in 37 per cent`."""
    if sentence.lang.percents.match(sentence.words, b.last) is not None:
        return None
    assert a.value is not None
    assert b.value is not None
    if a.form not in _CARDINAL:
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
    return _ratio(a, b)


def _one_of_many(tags: str, a: Numeral, b: Numeral) -> bool:
    """`one child in five`; not `one camp in five districts`, `one centre in 2023`."""
    behind = tags[b.last : b.last + 1]
    sleeps = behind == "z" and tags[b.last + 1 : b.last + 2] in _PREDICATES
    return (
        a.value == ONE
        and a.form == "words"
        and tags[a.last] in _NOUNS
        and (behind not in _COUNTED or sleeps)
    )


def _of(_: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`a quarter of a million`: a part of one of a scale."""
    if a.form != "fraction" or b.form != "words" or b.scale is None or b.value != b.scale:
        return None
    assert a.value is not None
    found = Numeral(a.first, b.last, "words", plain(a.value * b.scale), plain(b.scale / 100))
    found.items = (a, b)
    found.scale = b.scale
    return found


def _ratio(a: Numeral, b: Numeral) -> Numeral | None:
    if a.value is None or not b.value or a.value > b.value or a.form not in _CARDINAL:
        return None
    found = Numeral(a.first, b.last, "ratio", quotient(a.value / b.value), Decimal("0.01"))
    found.items = (a, b)
    return found


def _quotient(a: Numeral, b: Numeral) -> Numeral:
    """`a ratio of 3 to 1`."""
    assert a.value is not None
    assert b.value
    found = Numeral(a.first, b.last, "ratio", quotient(a.value / b.value), Decimal("0.01"))
    found.items = (a, b)
    return found


def _colon(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`2:1`, `50:50`; `10:30` is a clock time."""
    if not sentence.glued(a.last) or sentence.words[a.last].space or not a.value or not b.value:
        return None
    minutes = sentence.words[b.first].text
    if len(minutes) == 2 and a.value <= 24 and b.value < 60:
        return None
    if a.form != "digits" or b.form != "digits":
        return None
    return _quotient(a, b)


def _spread(_: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`12 ± 2`."""
    assert a.value is not None
    assert b.value is not None
    precision = min(a.precision, b.precision)
    low, high = plain(a.value - b.value), plain(a.value + b.value)
    found = Numeral(a.first, b.last, "spread", a.value, precision, low, high)
    found.items = (a, b)
    return found


def _over(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`one over 20` where nothing is counted behind; not `grew by 5 over 20 years`."""
    assert a.value is not None
    if a.form not in _CARDINAL or not b.value or sentence.tags[b.last : b.last + 1] not in _ENDS:
        return None
    return _quotient(a, b)


_Rule = Callable[[Sentence, Numeral, Numeral], "Numeral | None"]
_BY_TAG: Final[dict[str, _Rule]] = {"-": _dash, "t": _to, ":": _colon, "/": _slash}
_BY_ROLE: Final[dict[str, _Rule]] = {
    "and": _and,
    "of": _of,
    "or": _or,
    "in": _in,
    "plusminus": _spread,
    "through": _to,
    "over": _over,
}


def _by_role(roles: frozenset[str]) -> _Rule | None:
    return next((_BY_ROLE[role] for role in roles if role in _BY_ROLE), None)
