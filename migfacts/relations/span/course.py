"""Course: when a thing begins and when it ends, and how long it is said to last.

Where the years are not told, the days of the calendar are: `from 3 to 17 March, 15 days in all`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.passage import Passage

#: What comes first and what comes later in the life of one thing, as classes of words.
SEQUENCES: Final = (
    ("started", "ended"),
    ("begin", "ended"),
    ("signed", "in_force"),
    ("departed", "came_back"),
    ("arrived", "settled"),
    ("arrived", "gone"),
)
#: `The three-year project started in 2021 and will end in 2023`.
_STEP: Final = r"[^A-Z;:.,]{{0,40}}?(?P<{}>D)"
_AND: Final = r"[^A-Z;:.,]{0,24}?(?:,? {and}|,) (?P<between>(?:[a-z]+ ){0,3}?)"
#: `…, and thus ran for 36 months`; in the next sentence, `It lasted 36 months`.
_BEHIND_BOTH: Final = r"[^A-Z;:.]{0,24}?(?:{lasts}) (?P<length>T)"
_NEXT: Final = (
    r"^(?:{pronouns}|{definite} [^A-Z;:.,]{0,20}?(?P<noun>[^\W\d_]+))(?: {has})? (?:{lasts}) "
    r"(?P<length>T)"
)
_LENGTH: Final = r"(?P<length>T) [^A-Z;:.,]{3,40}?$"
#: `signed in 2018 for ten years, expires in 2028`.
_TERM: Final = (
    r"(?P<start>D) {length} (?P<length>T),? [^A-Z;:.]{0,24}?(?:{ended}|{expires})\b"
    r"[^A-Z;:.,]{0,16}?(?P<end>D)"
)
#: The subject of a sentence, before its verb.
_SUBJECT: Final = r"^(?P<subject>{definite} [^A-Z;:.,]{3,40}?) (?:[a-z]+ )??"
#: Days of a month: `3 to 17 March`, `4 June to 30 June`.
_DAYS: Final = (
    r"(?P<first>\d{{1,2}})(?: (?P<from>{0}))? ?(?:{{to}}|{{and}}|–|-) ?"
    r"(?P<last>\d{{1,2}}) (?P<month>{0})"
)
#: `sailed on 3 March and made land on 15 March, after 12 days at sea`.
_DAYS_APART: Final = (
    r"{{on}} (?P<first>\d{{1,2}}) (?P<from>{0}) [^A-Z;:.]{{3,60}}? "
    r"{{on}} (?P<last>\d{{1,2}}) (?P<month>{0})"
)
_AFTER: Final = r",? (?:{after} (?P<length>T)|(?P<later>T) {later})"
_BEHIND: Final = (
    r"(?:, ?| ?\(| – )(?:{period} |{length} )?(?P<length>T)(?! (?:{after}|{later}|{ago}))"
)
_AHEAD: Final = r"(?P<length>T),? (?:\(|(?:{from}|{between}) )$"
#: A common year, for days that are told without one.
YEAR: Final = 2001
#: In months, what is no course over the end of a year.
FEBRUARY: Final = 2
POINT: Final = precompiled(r"\d{4}(?:-\d\d){0,2}")


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The courses of a document."""
    begun: dict[str, Fact] = {}
    for at, passage in enumerate(passages):
        if "D" in passage.shape:
            behind = passages[at + 1] if at + 1 < len(passages) else None
            yield from _in_turn(passage, behind if behind and behind.adjacent else None)
            yield from _term(passage)
            yield from _apart(passage, begun)
        if "T" in passage.shape:
            yield from _days(passage)


def _in_turn(passage: Passage, behind: Passage | None) -> Iterator[Relation]:
    """`It was signed in 2014 and entered into force in 2016`, with its length, if that is told."""
    for first, later in SEQUENCES:
        if not (passage.has(first) and passage.has(later)):
            continue
        template = rf"{{{first}}}\b{_STEP.format('start')}{_AND}{{{later}}}\b{_STEP.format('end')}"
        for match in passage.find(template):
            start, end = _point(passage, match, "start"), _point(passage, match, "end")
            other = passage.words.pattern(r"{definite}|{article}").search(match["between"])
            if start is None or end is None or other is not None:
                continue
            yield Relation(kind="span", roles={"start": [start], "end": [end]}, how="order")
            led = passage.words.pattern(_LENGTH).search(passage.skeleton[: match.start()])
            length = passage.fact(led, "length") if led is not None else None
            if length is None or "-" not in length.text:
                length = _told_behind(passage, match.end(), behind)
            if length is not None:
                yield _lasting(start, end, length)


def _told_behind(passage: Passage, end: int, behind: Passage | None) -> Fact | None:
    """How long it lasted: `ended in February 2024 and thus ran for 36 months`."""
    told = passage.words.pattern(_BEHIND_BOTH).match(passage.skeleton, end)
    if told is not None:
        return passage.fact(told, "length")
    if behind is None:
        return None
    for match in behind.find(_NEXT):
        if match["noun"] is None or match["noun"] in passage.skeleton.split():
            return behind.fact(match, "length")
    return None


def _term(passage: Passage) -> Iterator[Relation]:
    for match in passage.find(_TERM):
        start, end = _point(passage, match, "start"), _point(passage, match, "end")
        length = passage.fact(match, "length")
        if start and end and length:
            yield _lasting(start, end, length)


def _apart(passage: Passage, begun: dict[str, Fact]) -> Iterator[Relation]:
    """`The course begins on 3 May 2024 … The course ends on 20 May 2024`."""
    for match in passage.find(rf"{_SUBJECT}{{started}}\b{_STEP.format('start')}"):
        start = _point(passage, match, "start")
        if start is not None:
            begun[match["subject"]] = start
    for match in passage.find(rf"{_SUBJECT}{{ended}}\b{_STEP.format('end')}"):
        end, start = _point(passage, match, "end"), begun.get(match["subject"])
        if start is not None and end is not None:
            yield Relation(kind="span", roles={"start": [start], "end": [end]}, how="order")


def _days(passage: Passage) -> Iterator[Relation]:
    """`from 3 to 17 March, 15 days in all`; `9 days, from 2 to 10 May`."""
    months = passage.words.language.dates.months
    if not any(char.isdigit() for char in passage.skeleton):
        return
    for match, length in _with_length(passage, tuple(months)):
        if length is None or passage.words.pattern(r"^ {of}\b").match(passage.after(length)):
            continue  # 3 to 15 June, eleven days of rest
        period = _period(match, months)
        if length.value is not None and period is not None:
            date = Fact(
                kind="date",
                text=_written(passage, match),
                start=length.start,
                end=length.start,
                path=length.path,
                line=length.line,
                column=length.column,
                period=period,
            )
            yield Relation(kind="span", roles={"start": [date], "length": [length]}, how="within")


def _written(passage: Passage, match: re.Match[str]) -> str:
    """The days as they are written: `3–17 March`, `3 March – 15 March`."""
    written = passage.words.language.month_name
    from_, month = (written(name or "") for name in match.group("from", "month"))
    dash = f" {from_} – " if from_ else "–"
    return f"{match['first']}{dash}{match['last']} {month}"


def _with_length(
    passage: Passage, months: tuple[str, ...]
) -> Iterator[tuple[re.Match[str], Fact | None]]:
    """The days of the calendar, each with the length of time beside them."""
    words, skeleton = passage.words, passage.skeleton
    for match in passage.find(_days_of(_DAYS, months)):
        behind = words.pattern(_BEHIND).match(skeleton, match.end())
        found = behind or words.pattern(_AHEAD).search(skeleton, 0, match.start())
        yield match, passage.fact(found, "length") if found is not None else None
    for match in passage.find(_days_of(_DAYS_APART, months)):
        after = words.pattern(_AFTER).match(skeleton, match.end())
        if after is not None:
            yield match, passage.fact(after, "length" if after["length"] else "later")


@lru_cache(maxsize=16)
def _days_of(wording: str, months: tuple[str, ...]) -> str:
    """The wording of days of a month, with the names of the months."""
    return wording.format("|".join(sorted(map(re.escape, months), key=len, reverse=True)))


def _period(match: re.Match[str], months: dict[str, int]) -> str | None:
    """The days as a period of a common year; None if they are none, or of February."""
    to = months[match["month"]]
    from_ = months[match["from"]] if match["from"] else to
    first, last = int(match["first"]), int(match["last"])
    if from_ <= FEBRUARY <= to or to < from_ or (to == from_ and last <= first):
        return None
    return f"{YEAR}-{from_:02}-{first:02}/{YEAR}-{to:02}-{last:02}"


def _point(passage: Passage, match: re.Match[str], name: str) -> Fact | None:
    fact = passage.fact(match, name)
    return fact if fact is not None and POINT.fullmatch(fact.period or "") else None


def _lasting(start: Fact, end: Fact, length: Fact) -> Relation:
    roles = {"start": [start], "end": [end], "length": [length]}
    return Relation(kind="span", roles=roles, how="between")
