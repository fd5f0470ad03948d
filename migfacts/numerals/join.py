"""Joining of neighbouring numerals: ranges, ratios, plus-minus."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from migfacts.numerals.beside import between_ages, may_be_year, multiplies, opens_date
from migfacts.numerals.numeral import ONE, Numeral, plain, quotient
from migfacts.numerals.ratios import CARDINAL, colon, of_two, one_of_many, over, part_in, ratio
from migfacts.tokens import Sentence

_JOINED: Final = (*CARDINAL, "ordinal", "fraction")
#: How far before a number a ratio may be named, in tokens.
FARTHEST: Final = 10
PARTS_OF: Final = frozenset(("in", "of", "out"))


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
    scaled = _with_letter(a, b)
    if scaled is not None and b.first - scaled.last == 1:
        rule = _BY_TAG.get(tags[scaled.last])
        return rule(sentence, scaled, b) if rule else None
    if gap == 1:
        rule = _BY_TAG.get(tags[a.last]) or _by_role(words[a.last].roles)
        return rule(sentence, a, b) if rule else None
    if gap == 3 and tags[a.last : b.first] == "-t-" and sentence.glued(a.last):
        return _range(a, b)  # 0-to-60
    if gap == 2 and tags[a.last : b.first] == "-t" and sentence.glued(a.last):
        return _range(a, b)  # 10- to 12-day
    if gap == 2 and "out" in words[a.last].roles and tags[a.last + 1] == "o":
        return ratio(a, b)
    if gap in (2, 3) and "in" in words[b.first - 1].roles and one_of_many(tags, a, b):
        return part_in(sentence, a, b)
    if gap in (2, 3) and words[a.last].roles & PARTS_OF and "each" in words[b.first - 1].roles:
        return ratio(a, b)
    return None


def _with_letter(a: Numeral, b: Numeral) -> Numeral | None:
    """The first end of `1.2M–1.5M`, with the letter that scales both."""
    if a.symbol is None or b.symbol is None or a.form != "digits" or a.symbol[0] != b.symbol[0]:
        return None
    return Numeral(a.first, a.symbol[1], a.form, a.value, a.precision)


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
    if a.form not in CARDINAL or (sentence.glued(dash) == bool(sentence.words[dash].space)):
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
    return sentence.lang.units.is_time(words[b.last].lower)


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
    if _is_ratio(sentence, a, b):
        return of_two(a, b)
    assert a.value is not None
    assert b.value is not None
    top = b.value if b.scale is None or a.scale else b.value * b.scale
    frosty = a.value < 0 and b.value < 0  # -12 to -15 °C
    if opening == "" and not a.value < top and not frosty:
        # aged 14 to 6 is a slip, and is kept as written
        aged = sentence.lang.ages.before.match_before(sentence.words, a.first)
        return _range(a, b) if aged is not None else None
    if a.form == "fraction" != b.form and b.value > 1:
        return None  # fell by half to 160
    if sentence.tags[max(a.first - 2, 0) : a.first] == "#/" and sentence.glued(a.first):
        return None  # from 40 in 2021/22 to 55
    if opening == "" and 1900 <= a.value <= 2100 and not may_be_year(sentence, b):
        return None  # rose in 2018 to 3.9 million
    found = _range(a if opening == "from" else _multiplied(sentence, a, b), b)
    if found is not None and opening:
        found.first = a.first - 1
    return found


def _multiplied(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral:
    """`two to three hundred`, `one or two dozen`: the first end with what multiplies the second."""
    words = sentence.words[b.first : b.last]
    told = [word.number for word in words if word.number is not None]
    if len(told) < max(len(words), 2) or told[0][0] != "cardinals" or a.form != "words":
        return a
    if any(name not in ("scales", "dozens") for name, _ in told[1:]):
        return a
    assert a.value is not None
    assert b.value is not None
    lead = Decimal(told[0][1])
    if a.last - a.first > 1 or not a.value < lead:
        return a
    factor = b.value / lead
    scaled = plain(a.value * factor), plain(a.precision * factor)
    return Numeral(a.first, a.last, a.form, *scaled, scale=factor)


def _is_ratio(sentence: Sentence, a: Numeral, b: Numeral) -> bool:
    """`a ratio of 3 to 1`, `the ratio of boys to girls was 1.2 to 1`."""
    words, first = sentence.words, a.first
    if first >= 2 and "ratio" in words[first - 2].roles:
        return True
    if b.value != ONE or not first or "copula" not in words[first - 1].roles:
        return False
    return any("ratio" in word.roles for word in words[max(first - FARTHEST, 0) : first])


def _and(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`between 10 and 15`, `between the ages of 10 and 15`."""
    if _opening(sentence, a) == "between":
        found = _range(_multiplied(sentence, a, b), b)
        if found is not None:
            found.first = a.first - 1
        return found
    return _range(a, b) if between_ages(sentence, a) else None


def _or(sentence: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`5 or 6 camps`."""
    assert a.value is not None
    assert b.value is not None
    if a.form == "ordinal" or not a.value < b.value:
        return None
    return _range(_multiplied(sentence, a, b), b)


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


def _of(_: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`a quarter of a million`: a part of one of a scale."""
    if a.form != "fraction" or b.form != "words" or b.scale is None or b.value != b.scale:
        return None
    assert a.value is not None
    found = Numeral(a.first, b.last, "words", plain(a.value * b.scale), plain(b.scale / 100))
    found.items = (a, b)
    found.scale = b.scale
    return found


def _spread(_: Sentence, a: Numeral, b: Numeral) -> Numeral | None:
    """`12 ± 2`."""
    assert a.value is not None
    assert b.value is not None
    precision = min(a.precision, b.precision)
    low, high = plain(a.value - b.value), plain(a.value + b.value)
    found = Numeral(a.first, b.last, "spread", a.value, precision, low, high)
    found.items = (a, b)
    return found


_Rule = Callable[[Sentence, Numeral, Numeral], "Numeral | None"]
_BY_TAG: Final[dict[str, _Rule]] = {"-": _dash, "t": _to, ":": colon, "/": _slash}
_BY_ROLE: Final[dict[str, _Rule]] = {
    "and": _and,
    "of": _of,
    "or": _or,
    "in": part_in,
    "plusminus": _spread,
    "through": _to,
    "over": over,
}


def _by_role(roles: frozenset[str]) -> _Rule | None:
    return next((_BY_ROLE[role] for role in roles if role in _BY_ROLE), None)
