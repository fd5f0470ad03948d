"""Points in time as they are written: `25 November 2024`, `May 2023`, `mid-2024`, `1990s`."""

from __future__ import annotations

from typing import Final

from migfacts.beside.figures import in_figures
from migfacts.beside.points import DAYS, Point, dated, iso
from migfacts.kept.patterns import precompiled
from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
#: Of years in two figures.
CENTURY, PIVOT = 2000, 69
_APOSTROPHES: Final = ("'", "’", "‘")
#: What may stand between a month and its year.
_BEFORE_YEAR: Final = (".", ",", *_APOSTROPHES)
#: Tags of what may stand before the day of a dateline: NAIROBI/GENEVA, Friday.
DATELINE: Final = precompiled(r"[XZ,./()\[\]\-:*\"]*+")
#: A bare number is read as a year only between these.
BARE_YEARS: Final = range(1800, 2200)


def likely(sentence: Sentence, numeral: Numeral) -> bool:
    """May the numeral be part of a date? One look, before the words around it are read."""
    first = numeral.items[0].first if numeral.items else numeral.first
    words = sentence.words
    text = words[first].text
    if len(text) == 4:
        return text.isdecimal()
    if numeral.form == "ordinal" or not text.isdecimal():
        return numeral.form in ("ordinal", "code")
    if len(text) > 2:
        return False
    months = sentence.lang.dates.months
    for word in words[max(0, first - 2) : numeral.last + 6]:
        if word.lower in months:
            return True
    last = first + 1
    glued = last < len(words) and not words[first].space and words[last].text in "-/."
    return glued or (first > 0 and not words[first - 1].space)


def start(sentence: Sentence, numeral: Numeral) -> int:
    """The token where the date around a numeral begins, without `since`, `from`, `in`."""
    words, tags, dates = sentence.words, sentence.tags, sentence.lang.dates
    at = numeral.items[0].first if numeral.items else numeral.first
    if at and not words[at - 1].space and dates.spans.match(words, at - 1) is not None:
        return at - 1  # Q3 2024
    span = dates.spans.match_before(words, at)
    if span is not None:
        return _earlier_part(sentence, *span)
    month = _month_before(sentence, at)
    if month is not None:
        return _earlier_month(sentence, month)
    if at >= 2 and tags[at - 1] == "-" and words[at - 2].lower in dates.parts:
        return at - 2
    return at


def _earlier_part(sentence: Sentence, months: tuple[int, int], at: int) -> int:
    """Where `Q1–Q3 2023`, `Q1 and Q2 2024` begin, of which the last is at a token."""
    link = sentence.tags[at - 1 : at]
    other = sentence.lang.dates.spans.match_before(sentence.words, at - 1) if at > 1 else None
    if other is None or link not in ("t", "-", "c"):
        return at
    return at if link == "c" and other[0][1] + 1 != months[0] else other[1]


def _month_before(sentence: Sentence, end: int) -> int | None:
    """The token of the month that ends before a token, perhaps with its stop: `Jan. 24`."""
    at = end - 1
    while at > 0 and sentence.words[at].text in _BEFORE_YEAR and end - at < 3:
        at -= 1
    return at if at >= 0 and _month(sentence, at) is not None else None


def month_led(sentence: Sentence, start: int) -> int:
    """Where `between January and 29 June 2025` begins, of which the day starts at a token."""
    if start < 3 or sentence.tags[start - 1] not in ("c", "t"):
        return start
    month = _month_before(sentence, start - 1)
    opened = sentence.words[month - 1].roles if month else frozenset()
    return month if month and opened & {"between", "from"} else start


def _earlier_month(sentence: Sentence, at: int) -> int:
    """Where `March to May 2024`, `March and April 2024` begin, of which the last is at a token."""
    link = sentence.tags[at - 1 : at]
    other = _month_before(sentence, at - 1) if at > 1 and link in ("t", "-", "c", "/") else None
    if other is None:
        return at
    follows = (_month(sentence, at) or 0) - (_month(sentence, other) or 0) == 1
    between = other > 0 and "between" in sentence.words[other - 1].roles
    return other if follows or between or link in ("t", "-") else at


def read(sentence: Sentence, at: int) -> Point | None:
    """The point in time that starts at a token."""
    words, dates = sentence.words, sentence.lang.dates
    if at >= len(words):
        return None
    span = dates.spans.match(words, at)
    if span is not None:
        (first, last), after = span
        while after < len(words) and (
            words[after].lower in dates.year_words or "of" in words[after].roles
        ):
            after += 1
        year = _year(sentence, after)
        if year is None:
            part = after + 1 < len(words) and sentence.tags[after] in "-tc"
            further = dates.spans.match(words, after + 1) if part else None
            return None if further is None else Point(after, None, first, is_part=True)
        return Point(after + 1, year, first, None, iso(year, last, None))
    if words[at].lower in dates.parts and at + 2 < len(words) and sentence.tags[at + 1] == "-":
        inner = read(sentence, at + 2)
        if inner is not None and inner.year is not None:
            inner.sure = True
            return inner
    month = _month(sentence, at)
    if month is not None:
        return _after_month(sentence, at + 1, month)
    if sentence.tags[at] == "#":
        return in_figures(sentence, at) or _day_first(sentence, at) or _year_first(sentence, at)
    return None


def _month(sentence: Sentence, at: int) -> int | None:
    word = sentence.words[at]
    month = sentence.lang.dates.months.get(word.lower)
    if month is None or not (word.capital or sentence.lang.small_months):
        return None
    return month


def _year(sentence: Sentence, at: int) -> int | None:
    if at >= len(sentence.words):
        return None
    text = sentence.words[at].text
    if len(text) != 4 or not text.isdecimal() or sentence.tags[at] != "#":
        return None
    year = int(text)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _short_year(sentence: Sentence, at: int) -> int | None:
    """`June ’25`: a year in two figures behind an apostrophe; from 69 on of the last century.

    So POSIX reads `%y`.
    """
    words = sentence.words
    if at + 1 >= len(words) or words[at].text not in _APOSTROPHES or words[at].space:
        return None
    text = words[at + 1].text
    if len(text) != 2 or not text.isdecimal():
        return None
    return CENTURY + int(text) - 100 * (int(text) >= PIVOT)


def _day(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """A day of the month at a token, `21` or `21st`, and the token after it."""
    words = sentence.words
    if at >= len(words) or len(words[at].text) > 2 or not words[at].text.isdecimal():
        return None
    day = int(words[at].text)
    if not 1 <= day <= 31:
        return None
    if at + 1 < len(words) and not words[at].space and "rank_suffix" in words[at + 1].roles:
        return day, at + 2
    return day, at + 1


def _after_month(sentence: Sentence, at: int, month: int) -> Point | None:
    """`September 2024`, `March 3, 2022`, `May 9`, `January` of `January to June 2024`."""
    words, tags = sentence.words, sentence.tags
    at = _past_stop(sentence, at)
    short = _short_year(sentence, at)
    if short is not None:
        return Point(at + 2, short, month, month_first=True, sure=True)
    year = _year(sentence, _past_comma(sentence, at))
    if year is not None:
        return Point(_past_comma(sentence, at) + 1, year, month, month_first=True)
    day = _day(sentence, at)
    if day is None:
        return Point(at, None, month, month_first=True)
    number, after = day
    year = _year(sentence, _past_comma(sentence, after))
    if year is not None:
        point = dated(_past_comma(sentence, after) + 1, year, month, number)
        point.month_first = True
        return point
    if number > DAYS[month - 1] or (after < len(words) and tags[after] in "%$"):
        return Point(at, None, month, month_first=True)
    return Point(after, None, month, number, month_first=True)


def _past_stop(sentence: Sentence, at: int) -> int:
    """The token behind the stop of a month that is written short: `1 Apr. 2024`."""
    words = sentence.words
    if at >= len(words) or words[at].text != ".":
        return at
    return at + 1 if words[at].space or sentence.tags[at + 1 : at + 2] in ("-", "/") else at


def _past_comma(sentence: Sentence, at: int) -> int:
    words = sentence.words
    return at + 1 if at < len(words) and (words[at].tag == "," or "of" in words[at].roles) else at


def _day_first(sentence: Sentence, at: int) -> Point | None:
    """`25 November 2024`, `21st of May`; a day alone is the first end of an interval."""
    found = _day(sentence, at)
    if found is None:
        return None
    day, after = found
    words = sentence.words
    if after < len(words) and "of" in words[after].roles:
        after += 1
    if after >= len(words):
        return None
    month = _month(sentence, after)
    if month is None:
        return Point(found[1], None, None, day)
    behind = _past_comma(sentence, _past_stop(sentence, after + 1))
    year = _year(sentence, behind)
    if year is not None:
        return dated(behind + 1, year, month, day)
    last = _past_stop(sentence, after + 1)
    return Point(last, None, month, day) if day <= DAYS[month - 1] else None


def _year_first(sentence: Sentence, at: int) -> Point | None:
    """`2023`, `2023/24`, `2019-20`, `1990s`."""
    year = _year(sentence, at)
    words, tags = sentence.words, sentence.tags
    if year is None or year not in BARE_YEARS:
        return None
    if at + 1 < len(words) and not words[at].space:
        following = words[at + 1].text
        if words[at + 1].lower in ("s", "'s"):
            owns = words[at + 1].lower != "s" and "d" not in tags[max(at - 2, 0) : at]
            if year % 10 or owns:  # 2023's floods, in 2020's budget, but the 1990's
                return Point(at + 1, year)
            return Point(at + 2, year, until=iso(year + 9, None, None), sure=True)
        if following in "/-–" and at + 2 < len(words) and not words[at + 1].space:
            short = words[at + 2].text
            if len(short) == 2 and short.isdecimal() and int(short) == (year + 1) % 100:
                return Point(at + 3, year, until=iso(year + 1, None, None), sure=True)
            if following == "/" and _year(sentence, at + 2) == year + 1:
                return Point(at + 3, year, until=iso(year + 1, None, None), sure=True)
        if (words[at + 1].text[0].isalnum() and tags[at + 1] != "*") or (
            following == "/" and tags[at + 2 : at + 3] == "#"
        ):
            return None
    return Point(at + 1, year)
