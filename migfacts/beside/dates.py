"""Points in time as they are written: `25 November 2024`, `May 2023`, `mid-2024`, `1990s`."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
#: A bare number is read as a year only between these.
BARE_YEARS: Final = range(1800, 2200)
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Point(msgspec.Struct, gc=False):
    """A year, month or day, or an interval within one expression; `last` is the token after it."""

    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: str | None = None
    month_first: bool = False
    #: No further look around is needed to know that it is a date.
    sure: bool = False
    #: Its month has no such day: `31 June 2024`, of which the month is kept.
    is_no_day: bool = False

    @property
    def begins(self) -> str:
        """Where it begins, as ISO 8601."""
        return _iso(self.year, self.month, self.day)

    @property
    def ends(self) -> str:
        """Where it ends, as ISO 8601."""
        return self.until or self.begins

    @property
    def period(self) -> str:
        """The point, or the interval, as ISO 8601."""
        return f"{self.begins}/{self.until}" if self.until else self.begins

    def joined(self, later: Point) -> Point | None:
        """The point with the year and month that a later one supplies: `3 to 9 May 2023`."""
        year = self.year if self.year is not None else later.year
        month = self.month
        if month is None and self.day is not None:
            month = later.month
        if later.month is None and month is not None:
            return None
        return Point(self.last, year, month, self.day)


def _iso(year: int | None, month: int | None, day: int | None) -> str:
    text = f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


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
        return span[1]
    month = at - 1
    if month > 0 and words[month].text in ".," and words[month - 1].lower in dates.months:
        month -= 1  # Jan. 24
    if month >= 0 and _month(sentence, month) is not None:
        at = month
        if at >= 2 and tags[at - 1] in "t-c" and _month(sentence, at - 2) is not None:
            return at - 2
        return at
    if at >= 2 and tags[at - 1] == "-" and words[at - 2].lower in dates.parts:
        return at - 2
    return at


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
            return None
        return Point(after + 1, year, first, None, _iso(year, last, None))
    if words[at].lower in dates.parts and at + 2 < len(words) and sentence.tags[at + 1] == "-":
        inner = read(sentence, at + 2)
        if inner is not None and inner.year is not None:
            inner.sure = True
            return inner
    month = _month(sentence, at)
    if month is not None:
        return _after_month(sentence, at + 1, month)
    if sentence.tags[at] == "#":
        return _numeric(sentence, at) or _day_first(sentence, at) or _year_first(sentence, at)
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
    if at < len(words) and words[at].text == "." and not sentence.glued(at + 1):
        at += 1
    year = _year(sentence, _past_comma(sentence, at))
    if year is not None:
        return Point(_past_comma(sentence, at) + 1, year, month, month_first=True)
    day = _day(sentence, at)
    if day is None:
        return Point(at, None, month, month_first=True)
    number, after = day
    year = _year(sentence, _past_comma(sentence, after))
    if year is not None:
        point = _dated(_past_comma(sentence, after) + 1, year, month, number)
        point.month_first = True
        return point
    if number > _DAYS[month - 1] or (after < len(words) and tags[after] in "%$"):
        return Point(at, None, month, month_first=True)
    return Point(after, None, month, number, month_first=True)


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
    year = _year(sentence, _past_comma(sentence, after + 1))
    if year is not None:
        return _dated(_past_comma(sentence, after + 1) + 1, year, month, day)
    return Point(after + 1, None, month, day) if day <= _DAYS[month - 1] else None


def _dated(last: int, year: int, month: int, day: int) -> Point:
    """A day of a year; only its month where that has no such day."""
    try:
        date(year, month, day)
    except ValueError:
        return Point(last, year, month, is_no_day=True)
    return Point(last, year, month, day)


def _year_first(sentence: Sentence, at: int) -> Point | None:
    """`2023`, `2023/24`, `2019-20`, `1990s`."""
    year = _year(sentence, at)
    words, tags = sentence.words, sentence.tags
    if year is None or year not in BARE_YEARS:
        return None
    if at + 1 < len(words) and not words[at].space:
        following = words[at + 1].text
        if words[at + 1].lower in ("s", "'s"):
            if year % 10:
                return Point(at + 1, year)
            return Point(at + 2, year, until=_iso(year + 9, None, None), sure=True)
        if following in "/-–" and at + 2 < len(words) and not words[at + 1].space:
            short = words[at + 2].text
            if len(short) == 2 and short.isdecimal() and int(short) == (year + 1) % 100:
                return Point(at + 3, year, until=_iso(year + 1, None, None), sure=True)
            if following == "/" and _year(sentence, at + 2) == year + 1:
                return Point(at + 3, year, until=_iso(year + 1, None, None), sure=True)
        if words[at + 1].text[0].isalnum() or (following == "/" and tags[at + 2 : at + 3] == "#"):
            return None
    return Point(at + 1, year)


def _numeric(sentence: Sentence, at: int) -> Point | None:
    """`2024-03-15`, `15/03/2024`, `15.03.2024`; where day and month could be exchanged, none."""
    words = sentence.words
    parts = words[at].text.split(".")
    last = at + 1
    if len(parts) != 3:
        if at + 4 >= len(words) or words[at + 1].text not in ("-", "/", "."):
            return None
        mark = words[at + 1].text
        if words[at + 3].text != mark or any(words[i].space for i in range(at, at + 4)):
            return None
        parts, last = [words[i].text for i in (at, at + 2, at + 4)], at + 5
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    if len(parts[0]) == 4:
        year, month, day = map(int, parts)
    elif len(parts[2]) == 4:
        day, month, year = map(int, parts)
        if month > 12 and day <= 12:
            day, month = month, day
        elif day <= 12 and day != month:
            return Point(last, year, sure=True)
    else:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    point = _dated(last, year, month, day)
    point.sure = True
    return point
