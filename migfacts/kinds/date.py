"""date: years, months, days and the intervals between them.

What: written dates, and intervals of them, as ISO 8601; an open interval for `since` and `until`.
Why: a date governs the facts around it, and two numbers of two dates are never compared.

Examples:
    25 November 2024 -> 2024-11-25
    between 2014 and 2023 -> 2014/2023
    since 1951 -> 1951/..
Not matched:
    9 May, a day without a year
    the 2030 Agenda, a name
"""

from __future__ import annotations

from typing import Final

from migfacts import quantity
from migfacts.beside import dates as points
from migfacts.beside import figures
from migfacts.beside.points import Point
from migfacts.numerals.numeral import ONE, Numeral
from migfacts.quantity import Quantity, Reference
from migfacts.tokens import Sentence

#: How far a list of days is followed to its month.
MAX_DAYS: Final = 16
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2199
_NOUNS: Final = frozenset("NKz")
#: Forms of numerals that no date begins with.
_NO_DATES: Final = frozenset(("fraction", "ratio", "multiple", "words", "spread"))


def read(sentence: Sentence, numeral: Numeral) -> Quantity | Reference | None:
    """The date that a numeral belongs to.

    Returns:
        A `Reference` for a day without a year, None where the numeral is no date.
    """
    around = _span_around(sentence, numeral)
    if around is None and (numeral.form in _NO_DATES or not points.likely(sentence, numeral)):
        return None
    start = points.start(sentence, numeral) if around is None else around
    start = points.month_led(sentence, start)
    first = points.read(sentence, start)
    if first is None:
        return None
    interval = _interval(sentence, start, first)
    if interval is not None:
        return _quantity(numeral, *interval)
    if first.year is None and first.month is None:
        return _days(sentence, numeral, start, first)
    if numeral.form == "range" and first.month is None:
        return _season(numeral)
    if first.year is None:
        return _day(sentence, start, first)
    if first.month is None and not first.sure and not _year(sentence, start, first):
        return None
    return _open(sentence, numeral, start, first)


def _span_around(sentence: Sentence, numeral: Numeral) -> int | None:
    """Where a part of a year begins that holds a number: `last | three months of 2022`."""
    at = numeral.first - 1
    if at < 0 or numeral.form not in ("words", "digits"):
        return None
    found = sentence.lang.dates.spans.match(sentence.words, at)
    return at if found is not None and found[1] > numeral.last else None


def _season(numeral: Numeral) -> Quantity | None:
    """`2023–24`: a year and the two digits of the next."""
    low, high = (item.value for item in numeral.items[:2])
    if low is None or high is None or not FIRST_YEAR <= low <= LAST_YEAR:
        return None
    if high >= 100 or (low + 1) % 100 != high:
        return None
    return _quantity(numeral, numeral.first, numeral.last, f"{low}/{low + 1}")


def _interval(sentence: Sentence, start: int, a: Point) -> tuple[int, int, str] | None:
    """`from … to …`, `between … and …`, `January–March 2024`: first, last token, period."""
    words, tags = sentence.words, sentence.tags
    if a.last >= len(words):
        return None
    start -= start > 1 and tags[start - 1] == "d"  # from the 10th to the 15th of May 2024
    led = _before_weekday(sentence, start)
    opening = words[led - 1].roles if led else frozenset()
    # from Monday, 4 March, to Friday, 15 March 2024
    at = a.last + ("from" in opening and tags.startswith(",t", a.last))
    link = words[at]
    between = "between" in opening and "and" in link.roles
    spans = between or link.tag in "t-" or "through" in link.roles or _until(sentence, a, opening)
    if not spans and link.tag not in "c/":
        return None
    b = points.read(sentence, _behind_weekday(sentence, at + 1))
    if (
        b is None
        or not (spans or a.goes_on_in(b))
        or (a.day is not None and b.day is None and b.month is not None)
    ):
        return None
    if b.year is None:
        return None
    if a.either is not None and b.day is not None and b.day > figures.LAST_MONTH:
        a = a.either  # 01/04/2022 – 31/03/2023
    if (
        tags[a.last] == "-"
        and a.year is not None
        and a.month is None
        and not (b.month is None and a.year < b.year)
    ):
        return None
    whole = a.joined(b)
    if whole is None:
        return None
    if whole.month is None and not _year(sentence, start, b):
        return None
    first = led - 1 if opening & {"from", "between"} else start
    if whole.month is None and tags[b.last : b.last + 1] in ("N", "K") and first:
        return None  # from 1845 to 1882 tests; `Between 2017 and 2022 teams searched` tells when
    return first, b.last, f"{whole.begins}/{b.ends}"


def _before_weekday(sentence: Sentence, start: int) -> int:
    """Where a day begins with its weekday: `Monday, 4 March`."""
    at = start - 1 - (start > 1 and sentence.tags[start - 1] == ",")
    told = at > 0 and sentence.words[at].lower in sentence.lang.dates.weekdays
    return at if told else start


def _behind_weekday(sentence: Sentence, at: int) -> int:
    """Where a day begins behind its weekday or article."""
    words, tags = sentence.words, sentence.tags
    if at < len(words) and words[at].lower in sentence.lang.dates.weekdays:
        at += 1
        at += tags[at : at + 1] == ","
    return at + (tags[at : at + 1] == "d")


def _until(sentence: Sentence, a: Point, opening: frozenset[str]) -> bool:
    return "from" in opening and sentence.words[a.last].lower in sentence.lang.dates.until


def _open(sentence: Sentence, numeral: Numeral, start: int, point: Point) -> Quantity:
    """`since 1951`, `until 2026`, `from 2025 onwards`; else the date itself."""
    words, dates = sentence.words, sentence.lang.dates
    told = _since(sentence, start)
    before = words[told - 1] if told else None
    period = point.period
    if before is not None and before.lower in dates.since:
        onwards = dates.onwards.match(words, point.last)
        if "from" not in before.roles:
            return _quantity(numeral, told - 1, point.last, f"{point.begins}/..")
        if onwards is not None:
            return _quantity(numeral, start - 1, onwards[1], f"{point.begins}/..")
    year_to = dates.year_to.match_before(words, start) if point.until is None else None
    if year_to is not None and point.year_to is not None:
        first = start if sentence.tags[year_to[1]] in "#w" else year_to[1]  # the 12 months to
        return _quantity(numeral, first, point.last, point.year_to)
    if before is not None and before.lower in dates.until and before.tag != "t":
        return _quantity(numeral, start - 1, point.last, f"../{point.ends}")
    return _quantity(numeral, start, point.last, period)


def _since(sentence: Sentence, start: int) -> int:
    """The token behind `since`: `since early 2023`, `since the end of 2023`; else its own."""
    words, dates = sentence.words, sentence.lang.dates
    at = start
    if at > 1 and words[at - 1].lower in dates.parts:
        at -= 1
    elif at > 2 and "of" in words[at - 1].roles and words[at - 2].lower in dates.stretches:
        at -= 2 + (sentence.tags[at - 3] == "d")
    return at if at and words[at - 1].lower in dates.since else start


def _quantity(numeral: Numeral, first: int, last: int, period: str) -> Quantity:
    result = quantity.of("date", numeral, first, last)
    result.value = result.low = result.high = None
    result.precision = ONE
    result.period = period
    return result


def _days(
    sentence: Sentence, numeral: Numeral, start: int, day: Point
) -> Quantity | Reference | None:
    """`26, 27 and 28 July 2024`: a day whose month, and perhaps year, follow the last of them."""
    tags, at = sentence.tags, day.last
    listed = numeral.form != "range" and tags[at : at + 1] in (",", "c")
    while tags[at : at + 1] in (",", "c", "-", "t") and at - start < MAX_DAYS:
        at += 2 if tags[at : at + 2] == ",c" else 1
        at += tags[at : at + 1] == "d"
        point = points.read(sentence, at)
        if point is None or point.day is None:
            return None
        whole = day.joined(point) if point.month is not None else None
        if whole is not None and whole.year is not None:
            return _quantity(numeral, start, day.last, whole.period) if listed else None
        if whole is not None:
            return Reference(start, point.last, "days without a year")
        at = point.last
    return None


def _day(sentence: Sentence, start: int, point: Point) -> Reference | None:
    """A day and month without a year is no fact; `in May 12 families` is no day."""
    if point.day is None or point.month is None:
        return None
    if point.month_first and start and "in" in sentence.words[start - 1].roles:
        return None
    return Reference(start, point.last, "a day without a year")


def _year(sentence: Sentence, start: int, point: Point) -> bool:
    """Is a bare number of four digits a year, by the words around it?"""
    words, tags, last = sentence.words, sentence.tags, point.last
    before = words[start - 1].lower if start else ""
    if sentence.lang.units.match(words, last) is not None:
        return False
    if before in sentence.lang.dates.before:
        return True
    if last < len(words) and tags[last] in _NOUNS:
        return bool(start) and tags[start - 1] in "dSXZ"
    return not (start and tags[start - 1] in "VG")
