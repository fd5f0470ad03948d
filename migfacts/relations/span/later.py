"""Later: a day that is told as so many days, weeks or months after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.passage import Passage
from migfacts.relations.times import is_point, span_of

_DAYS_ON: Final = r"^(?:{pronouns} [^A-Z;:.,]{1,30}? )?(?P<length>T) {later}, (?:{on} )?(?P<end>D)"
#: `opened on 4 March 2024 and closed four weeks later, on 1 April`: the day has no year.
_DAY_ON: Final = (
    r"(?P<start>D)[^A-Z;:.]{0,80}?(?P<length>T) {later},? {on} "
    r"(?P<end>\d{1,2} [^\W\d_]+|[^\W\d_]+ \d{1,2})\b"
)
_CLOSED_AFTER: Final = r"^{after} (?P<length>T),? {pronouns} {ended},? (?:{in} |{on} )?(?P<end>D)"
_BACK_AFTER: Final = r"^{third} [^A-Z;:.,]{0,24}?(?:{in} |{on} )?(?P<end>D),? {after} (?P<length>T)"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


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
        months = passage.words.language.dates.months
        said = match["end"].split()
        month = next((months[word] for word in said if word in months), None)
        if month is None:
            continue
        day = next(int(word) for word in said if word.isdigit())
        year, *_ = (start.period or "").split("-")
        ends = (f"{int(year) + on}-{month:02}-{day:02}" for on in (0, 1))
        period = next(end for end in ends if end > (start.period or "") or end[:4] != year)
        end = msgspec.structs.replace(
            start,
            text=passage.words.language.month_name(match["end"]),
            end=start.start,
            period=period,
        )
        yield span_of([start], length, end=end, how="between")


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
