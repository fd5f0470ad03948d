"""Dates in figures: `2024-03-15`, `15/03/2024`, `15.03.2024`, `15-Mar-24`."""

from __future__ import annotations

from typing import Final

from migfacts.beside.points import DAYS, Point, dated
from migfacts.tokens import Sentence

#: Of a year in two figures.
CENTURY: Final = "20"
LAST_MONTH: Final = 12
_MARKS: Final = frozenset("-/.‑–")
#: Before the time of a day, and behind one of Greenwich: ISO 8601, section 4.3.
TIME, GREENWICH = "T", "Z"
_CLOCK: Final = frozenset(":+-−")


def in_figures(sentence: Sentence, at: int) -> Point | None:
    """`2024-03-15`, `15/03/2024`, `15.03.2024`, `15-Mar-24`.

    Behind stops the day comes first. Where day and month could be exchanged, only the year is sure.
    """
    cut = _numeric_parts(sentence, at)
    if cut is None:
        return None
    parts, mark, last = cut
    month = sentence.lang.dates.months.get(parts[1].lower())
    if month is not None:
        parts = [parts[0], str(month), parts[2] if len(parts[2]) != 2 else f"{CENTURY}{parts[2]}"]
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    if mark == "/" and list(map(len, parts)) == [2, 2, 2] and int(parts[0]) > LAST_MONTH:
        parts[2] = f"{CENTURY}{parts[2]}"  # 31/12/23
    if len(parts[0]) == 4:
        year, number, day = map(int, parts)
        last = _past_time(sentence, last)
    elif len(parts[2]) == 4:
        day, number, year = map(int, parts)
        sure = month is not None or mark == "."
        if number > 12 and day <= 12 and not sure:
            day, number = number, day
        elif day <= 12 and day != number and not sure:
            either = dated(last, year, number, day) if number <= 12 else None
            return Point(last, year, sure=True, either=either)
    else:
        return None
    if not 1 <= number <= 12 or not 1 <= day <= DAYS[number - 1]:
        return None
    point = dated(last, year, number, day)
    point.sure = True
    return point


def _numeric_parts(sentence: Sentence, at: int) -> tuple[list[str], str, int] | None:
    """The three parts of a date in figures, the mark between them, and the token behind."""
    words = sentence.words
    parts = words[at].text.split(".")
    if len(parts) == 3:
        return parts, ".", at + 1
    if at + 4 >= len(words) or words[at + 1].text not in _MARKS:
        return None
    mark = words[at + 1].text
    if words[at + 3].text != mark or any(words[i].space for i in range(at, at + 4)):
        return None
    return [words[i].text for i in (at, at + 2, at + 4)], mark, at + 5


def _past_time(sentence: Sentence, at: int) -> int:
    """The token behind the time that ISO 8601 writes behind a day: `T09:30:00.25+01:00`."""
    words, tags = sentence.words, sentence.tags
    if not sentence.glued(at) or words[at].text != TIME or not tags.startswith("#", at + 1):
        return at
    at += 2
    while sentence.glued(at) and words[at].text in _CLOCK and tags.startswith("#", at + 1):
        at += 2
    return at + (sentence.glued(at) and words[at].text == GREENWICH)
