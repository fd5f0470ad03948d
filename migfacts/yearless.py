"""Yearless: days that are told without a year, and are no facts, but cannot be right.

Their weekdays do not go together: `It opens on Monday, 3 June, and closes on Thursday, 5 June`, two
days later, which is Wednesday. Or one is said to be before another that is earlier: `from 29 to 27
June`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.languages import Language
from migfacts.languages.tables import Dates
from migfacts.things.thing import Day, Thing

if TYPE_CHECKING:
    from migfacts.documents import Document
    from migfacts.languages.checking import Checking

WEEK: Final = 7
#: One day alone has nothing to agree with.
FEWEST: Final = 2
#: Days farther apart may be of two years.
MOST_APART: Final = 150
#: A day so far before the one before it is of the next year.
MOST_BACK: Final = 31
#: A year between two days may be that of the second.
_YEAR: Final = precompiled(r"\b\d{4}\b")
#: How far before two days it may be told that one was moved, in characters.
BEFORE: Final = 60
#: The last day of a month.
LAST: Final = 31
#: A common year and a leap year.
YEARS: Final = (2023, 2024)


class _Said(NamedTuple):
    """A day as it is written, the weekday that is said of it, and its places in the two years."""

    start: int
    end: int
    weekday: int
    ordinals: tuple[int, int]

    @property
    def shifts(self) -> tuple[int, ...]:
        """By how much the weekday is ahead of the days of the year, in a common and a leap year."""
        return tuple((self.weekday - ordinal) % WEEK for ordinal in self.ordinals)


def read(document: Document, words: Checking, number: int) -> Iterator[Thing]:
    """The days of a document without a year that cannot be right; `number` is its own."""
    yield from _unlike(document, words.language, number)
    yield from _backwards(document, words, number)


def _backwards(document: Document, words: Checking, number: int) -> Iterator[Thing]:
    """The days of one month of which the later is told first: `15-11 July`.

    They stand in the first of the two years, which nobody sees. A date that is moved to one before
    it is right.
    """
    months, prose = words.language.dates.months, document.prose
    for match in _span_pattern(words).finditer(prose):
        first, second = int(match["first"]), int(match["second"])
        month = months[match["month"].lower()]
        other = match["other"] and months[match["other"].lower()]
        if not second < first <= LAST or other not in (None, month):
            continue
        if words.has("moves", prose[max(0, match.start() - BEFORE) : match.start()].lower()):
            continue
        fact = _fact(document, match.start("first"), match.end("month"))
        start, end = (f"{YEARS[0]}-{month:02d}-{day:02d}" for day in (first, second))
        yield Thing(msgspec.structs.replace(fact, period=f"{start}/{end}"), -1, number)


def _unlike(document: Document, language: Language, number: int) -> Iterator[Thing]:
    """The days whose weekday does not go with those of the other days of the text."""
    for said in _of_one_year(document.prose, language):
        if len(said) < FEWEST:
            continue
        counted = Counter(each.shifts for each in said)
        shifts, most = counted.most_common(1)[0]
        if most * 2 == len(said):
            shifts = said[0].shifts
        anchor = next(each for each in said if each.shifts == shifts)
        names = language.dates.weekday_names
        for each in said:
            if any(one == other for one, other in zip(each.shifts, shifts, strict=True)):
                continue
            real = (anchor.weekday + each.ordinals[0] - anchor.ordinals[0] - 1) % WEEK + 1
            fact = _fact(document, each.start, each.end)
            yield Thing(fact, -1, number, said_day=Day(names[each.weekday], names[real]))


def _of_one_year(prose: str, language: Language) -> Iterator[list[_Said]]:
    """The days between which nothing tells of another year, and that do not go far back."""
    run: list[_Said] = []
    for each in _read(prose, language):
        if run and (_YEAR.search(prose, run[-1].end, each.start) or _is_far(run, each)):
            yield run
            run = []
        run.append(each)
    yield run


def _is_far(run: list[_Said], later: _Said) -> bool:
    after, since = (later.ordinals[0] - each.ordinals[0] for each in (run[-1], run[0]))
    return after < -MOST_BACK or since > MOST_APART


def _read(prose: str, language: Language) -> Iterator[_Said]:
    dates = language.dates
    for match in _pattern(dates).finditer(prose):
        month = dates.months[(match["month"] or match["first"]).lower()]
        day = int(match["day"] or match["second"])
        try:
            one, other = (date(year, month, day).timetuple().tm_yday for year in YEARS)
        except ValueError:
            continue
        start = match.start("day") if match["day"] else match.start("first")
        weekday = dates.weekdays[match["weekday"].lower()]
        yield _Said(start, match.end(), weekday, (one, other))


@lru_cache(maxsize=8)
def _pattern(dates: Dates) -> re.Pattern[str]:
    """`Monday, 3 June`, `Monday, the 3rd of June`, `Monday, June 3`, without a year behind."""
    weekdays, months = ("|".join(sorted(map(re.escape, names), key=len, reverse=True))
                        for names in (dates.weekdays, dates.months))  # fmt: skip
    word = r"(?:[^\W\d_]{1,4} )?"
    return precompiled(
        rf"\b(?P<weekday>{weekdays}),? {word}(?:"
        rf"(?P<day>\d{{1,2}})(?:[^\W\d_]{{2}})? {word}(?P<month>{months})"
        rf"|(?P<first>{months}) (?P<second>\d{{1,2}}))\b(?!,? ?\d{{4}}|\.? ?\d)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _span_pattern(words: Checking) -> re.Pattern[str]:
    """`from 29 to 27 June`, `15-11 July`, `between 21 May and 05 May`, with or without a year."""
    language = words.language
    names = language.dates.months
    if not language.small_months:
        names = {name.capitalize(): month for name, month in names.items()}
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    from_, to, between, and_, of, definite = (
        f"(?i:{'|'.join(map(re.escape, words.words(name)))})"
        for name in ("from", "to", "between", "and", "of", "definite")
    )
    word, suffix = rf"(?:{of} )?(?:{definite} )?", r"(?:[^\W\d_]{2})?"
    first = rf"{word}(?P<first>\d{{1,2}}){suffix}(?: {word}(?P<other>{months}))?"
    return precompiled(
        rf"(?:\b(?:{from_}|(?P<between>{between})) |(?P<bare>(?<![\d.,/:-])(?=\d))){first}"
        rf"(?: ?[-–] ?|(?(bare)(?!)| (?(between){and_}|{to}) {word}))"
        rf"(?P<second>\d{{1,2}}){suffix} {word}(?P<month>{months})\b"
    )


def _fact(document: Document, first: int, last: int) -> Fact:
    """The day as a fact, which without its year it is not."""
    start, end = document.span(first, last)
    line, column = document.place(start)
    text = document.text[start:end]
    return Fact(kind="date", text=text, start=start, end=end, path=document.path, line=line,
                column=column)  # fmt: skip
