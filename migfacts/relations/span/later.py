"""Later: a day that is told as so many days, weeks or months after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.passage import Passage
from migfacts.relations.times import is_point, span_of

_DAYS_ON: Final = r"^(?:{pronouns} [^A-Z;:.,]{1,30}? )?(?P<length>T) {later}, (?:{on} )?(?P<end>D)"
#: `opened on 4 March 2024 and closed four weeks later, on 1 April`: the day has no year.
_DAY_ON: Final = (
    r"(?P<start>D)[^A-Z;:.]{0,80}?(?P<length>T) {later},? {on} "
    r"(?P<end>\d{1,2} [^\W\d_]+|[^\W\d_]+ \d{1,2})\b"
)
#: The same where neither has: `left on 18 May with 73 people and was found four days later, on`.
_DAYS_APART: Final = (
    r"\b{on} (?P<start>\d{1,2} [^\W\d_]+|[^\W\d_]+ \d{1,2})\b[^A-Z;:.]{0,60}?"
    r"(?:[NQM][^A-Z;:.]{0,60}?){0,2}(?P<length>T) {later},? {on} "
    r"(?P<end>\d{1,2} [^\W\d_]+|[^\W\d_]+ \d{1,2})\b"
)
_CLOSED_AFTER: Final = r"^{after} (?P<length>T),? {pronouns} {ended},? (?:{in} |{on} )?(?P<end>D)"
_BACK_AFTER: Final = r"^{third} [^A-Z;:.,]{0,24}?(?:{in} |{on} )?(?P<end>D),? {after} (?P<length>T)"
#: Lengths that are told to the day.
_SHORT: Final = ("day", "week")
#: A year without 29 February, and the day behind which it would stand.
COMMON, _LEAP = 2023, "2023-02-28"
LAST: Final = 31
_DAY: Final = precompiled(r"\d{4}-\d\d-\d\d")


def days_on(before: Passage, passage: Passage) -> Iterator[Relation]:
    """`It sailed on 3 March 2024. Five days later, on 8 March 2024, it came back`."""
    start = _only_date(before)
    if start is not None:
        yield from _ending(passage, _DAYS_ON, start)


def to_day(passage: Passage) -> Iterator[Relation]:
    """`It opened on 4 March 2024 and closed four weeks later, on 1 April`."""
    for match in passage.find(_DAY_ON):
        start, length = passage.fact(match, "start"), passage.fact(match, "length")
        if start is None or length is None or not _DAY.fullmatch(start.period or ""):
            continue
        day = _yearless(passage, match["end"])
        if day is None:
            continue
        year, *_ = (start.period or "").split("-")
        ends = (f"{int(year) + on}-{day}" for on in (0, 1))
        period = next(end for end in ends if end > (start.period or "") or end[:4] != year)
        yield span_of([start], length, end=_day_of(passage, start, match["end"], period),
                      how="between")  # fmt: skip


def days_apart(passage: Passage) -> Iterator[Relation]:
    """`She left on 18 May and was found four days later, on 22 May`: in a common year."""
    for match in passage.find(_DAYS_APART):
        length = passage.fact(match, "length")
        days = [_yearless(passage, match[name]) for name in ("start", "end")]
        if length is None or None in days or length.unit not in _SHORT:
            continue
        start, end = (f"{COMMON}-{day}" for day in days)
        if not start < end or (start <= _LEAP < end):
            continue
        first, last = (
            _day_of(passage, length, match[name], period)
            for name, period in (("start", start), ("end", end))
        )
        yield span_of([first], length, end=last, how="between")


def _yearless(passage: Passage, said: str) -> str | None:
    """`18 may`, `may 18` as month and day of ISO 8601; None where it is none."""
    months, words = passage.words.language.dates.months, said.split()
    month = next((months[word] for word in words if word in months), None)
    day = next(int(word) for word in words if word.isdigit())
    return None if month is None or not 0 < day <= LAST else f"{month:02}-{day:02}"


def _day_of(passage: Passage, beside: Fact, said: str, period: str) -> Fact:
    """A day without its year as a fact, that stands where the one beside it does."""
    name = passage.words.language.month_name(said)
    return msgspec.structs.replace(
        beside, kind="date", text=name, end=beside.start, period=period, value=None, unit=None
    )


def closed_after(passage: Passage, founded: Fact) -> Iterator[Relation]:
    """`It opened in May 2022 … After fourteen months it closed, in December 2022`."""
    yield from _ending(passage, _CLOSED_AFTER, founded)


def back_after(before: Passage, passage: Passage) -> Iterator[Relation]:
    """`She left in 2009 … She returned in 2016, after seven years of exile`."""
    start = _only_date(before)
    if start is not None and passage.has("came_home"):
        yield from _ending(passage, _BACK_AFTER, start)


def _only_date(passage: Passage) -> Fact | None:
    """The one date of a sentence, if it is a year, a month or a day."""
    dates = [fact for fact in passage.facts if fact.kind == "date"]
    return dates[0] if len(dates) == 1 and is_point(dates[0]) else None


def _ending(passage: Passage, template: str, start: Fact) -> Iterator[Relation]:
    """The spans from a start to the end that a wording tells, with their length."""
    for match in passage.find(template):
        end, length = passage.fact(match, "end"), passage.fact(match, "length")
        if end is not None and length is not None and is_point(end):
            yield span_of([start], length, end=end, how="between")
