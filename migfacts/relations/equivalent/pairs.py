"""Pairs: may two quantities, told side by side, be one quantity in two units?"""

from __future__ import annotations

import re
from decimal import Decimal

from migfacts.compare import factor, is_permuted
from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relations.equivalent import patterns as pattern
from migfacts.relations.lists import NUMBERS, heads, own_noun
from migfacts.relations.passage import LETTERS, Passage
from migfacts.units import convert

#: Of amounts written in full, in characters: `EUR 7,500,000`.
LONG = 11
POINT = "percentage_point"
#: Of a time that is worked or taught only its hours are counted.
HOUR = "hour"
LONG_TIMES = frozenset(("week", "month", "year"))
#: Two amounts further apart than that factor are hardly one.
NEAR = Decimal("1.6")
HAIR = Decimal("0.005")
ZERO = Decimal(0)
ONE = Decimal(1)
TWICE = Decimal(2)
HUNDRED = Decimal(100)
#: One number in words and in digits is mistyped by no more than so many times.
TIMES = 3
#: How many words behind brackets what they count may stand.
BEHIND = 4
#: Where an aside ends.
_END = precompiled(r" ?(?:[,.;:)\]–]|$)")
_PAIRS = frozenset(("QQ", "TT", "MM", "PP", "PR", "RP", "RR", "NN"))


def are_one(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """May the two be one, by their kinds and by the words beside them?"""
    kinds = LETTERS[one.kind] + LETTERS[other.kind]
    if kinds not in _PAIRS or not _of_one_rate(passage, one, other, match):
        return False
    if kinds in ("RP", "PR") and not _is_one_share(passage, one, other):
        return False
    if kinds == "RR":
        counted = any(map(str.isdigit, other.text))  # more than half, 2,140 out of 4,600
        return counted and match.re in map(passage.words.pattern, (pattern.ASIDE, pattern.SHARES))
    if POINT in (one.unit, other.unit):
        return False  # fell from 15 to 12 per cent, by 3 percentage points or one fifth
    if kinds == "PP":  # sixty-five per cent (65%)
        return match["close"] in (")", "]") and other.text[0].isdigit() and one.text[0].isalpha()
    if kinds == "NN":
        return _twice(passage, one, other) and bool(match["close"]) and not own_noun(one)
    if kinds == "QQ" and not _is_one_measure(passage, one, other, match):
        return False
    if kinds == "TT":
        return _are_times(passage, one, other, match)
    if match.re is passage.words.pattern(pattern.ASIDE):
        return kinds == "RP" and heads(one) in passage.words.shared["people"]
    if match.re is passage.words.pattern(pattern.EQUAL):
        said = passage.words.has("worth", other.text.lower())
        return said and kinds == "MM" and one.unit != other.unit
    if match.re is passage.words.pattern(pattern.PAID_AS):
        return kinds == "MM" and one.unit != other.unit
    if kinds == "MM" and one.unit == other.unit:
        scales = (_scales(passage, one), _scales(passage, other))
        full = any(scales) and min(len(one.text), len(other.text)) >= LONG
        return match["close"] == ")" and (all(scales) or full) and scales[0] != scales[1]
    return one.unit != other.unit or kinds[0] in "PR"


def _is_one_share(passage: Passage, one: Fact, other: Fact) -> bool:
    """May a fraction and a percentage be one share?"""
    fraction, share = (one, other) if one.kind == "ratio" else (other, one)
    if one is fraction and passage.words.has("in", passage.before(one)[-4:]):
        return False  # once in a quarter (3.1 per cent)
    if (fraction.value or ZERO) > ONE:
        return False  # almost three times as much as the cheapest (3.3 per cent)
    if passage.words.pattern(r"^ {of}\b").match(passage.after(other)):
        return False  # a third of the pupils, or 45 per cent of the girls
    return not _is_reckoned(passage, share)


def _of_one_rate(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """Have both one denominator? `120,000 litres a day, that is 120 cubic metres` has it once."""
    if one.per == other.per or match.re is passage.words.pattern(pattern.APPOSED):
        return True
    if other.per is not None or one.kind != "measure":
        return other.per is None and one.kind == "money"
    value = convert(one.value or ONE, one.unit or "", other.unit or "") or ONE
    times = max(value, other.value or ONE) / min(value, other.value or ONE)
    return times <= NEAR or times.normalize().as_tuple().digits == (1,)  # no 30 days of it


def _are_times(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """Are two lengths of time one, in two units?"""
    if passage.words.has("sort_of_time", f"{one.text} {other.text}".lower()):
        return False  # 15 working days, that is three weeks
    if passage.words.pattern(r"^ {and} $").match(passage.after(other)) is not None:
        return False  # 64 hours, that is two days and 16 hours
    if match.re is passage.words.pattern(pattern.APPOSED):
        value = convert(one.value or ONE, one.unit or "", other.unit or "") or ZERO
        return (
            _is_near(one, other)
            and ONE <= value < (one.value or ONE)
            and passage.shape.count("T") == 2
        )
    if _are_lots(passage, one):
        return False  # four days of six and a half hours, which makes 26 hours
    ends = _END.match(passage.after(other)) is not None  # or two weeks if it rains
    ends = ends or passage.words.has("that_is", match[0])
    worked = HOUR in (one.unit, other.unit) and {one.unit, other.unit} & LONG_TIMES
    if worked:
        return False  # a course of two years (or 1,600 hours)
    return one.unit != other.unit and bool(match["close"] or (match["comma"] and ends))


def _is_one_measure(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """`Sixty miles, nearly 140 kilometres,`: are they the only measures, and about as much?"""
    if match.re is not passage.words.pattern(pattern.IN_BOTH):
        return not _are_lots(passage, one)  # 228 bags of 50 kg, or 11.4 tonnes
    return passage.shape.count("Q") == 2 and one.unit != other.unit and _is_near(one, other)


def _is_near(one: Fact, other: Fact) -> bool:
    """Is the one no more than twice the other?"""
    value = convert(one.value or ONE, one.unit or "", other.unit or "") or ZERO
    return max(value, other.value or ONE) <= min(value, other.value or ONE) * TWICE


def _are_lots(passage: Passage, one: Fact) -> bool:
    """Is it told of each of some: `four days of six hours`?"""
    lots = passage.words.pattern(r"[NT] {of} $")
    return lots.search(passage.skeleton[: passage.position(one)]) is not None


def _is_reckoned(passage: Passage, share: Fact) -> bool:
    """Is a percentage what two numbers of its sentence make?

    `Of 18 goals four were reached by nine tenths (22 per cent)`.
    """
    values = [fact.value for fact in passage.facts if fact.kind in NUMBERS and fact.value]
    half = (share.precision or ONE) / 2
    return any(
        abs(part / whole * HUNDRED - (share.value or ONE)) <= half
        for whole in values
        for part in values
        if part < whole
    )


def _scales(passage: Passage, fact: Fact) -> frozenset[str]:
    """The scale words of a number: `million`."""
    numbers = passage.words.language.lexicon.numbers
    said = (numbers.get(word) for word in fact.text.lower().split())
    return frozenset(number[1] for number in said if number is not None and number[0] == "scales")


def _twice(passage: Passage, one: Fact, other: Fact) -> bool:
    """`twelve (12)`: a number in words and the same in digits."""
    written = other.text.replace(",", "")
    far = factor(one, other) > TIMES and not is_permuted(one, other)
    if far and (own_noun(other) or not _counts_behind(passage, other)):
        return False  # three complaints in four (302), but two (22) deaths
    return one.text.replace("-", "").replace(" ", "").isalpha() and written.isdigit()


def _counts_behind(passage: Passage, other: Fact) -> bool:
    """Does what a number in brackets counts stand right behind them: `two (22) new deaths`?"""
    behind = passage.after(other).lstrip(" )").split(" ")[:BEHIND]
    return bool(heads(other)) and heads(other) in map(passage.words.language.singular, behind)
