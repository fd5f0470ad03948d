"""Lasting: how long something took, told in a sentence behind the dates that it had."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.passage import Passage
from migfacts.relations.times import YEAR, is_point, span_of

#: `For twelve years, then, you read every file`, of dates right before.
_FOR: Final = r"^{length} (?P<length>T)\b"
#: `In these fifteen months`, of what had its beginning and end right before.
_IN_THESE: Final = r"^{in_these} (?P<length>T)\b"
_BEGAN_AND_ENDED: Final = (
    r"(?P<start>D)[^A-Z;:.,]{0,40}?,? {and} {ended} [^A-Z;:.,]{0,20}?(?P<end>D)"
)
#: `She died in 2019, at the age of 68`, of one whose birth is told before.
_DIED: Final = (
    r"^(?P<who>[^A-Z;:.,]{2,40}?) {died}[^A-Z;:.]{0,24}(?P<end>D),? [^A-Z;:.,]{0,10}?(?P<length>A)"
)
BORN: Final = r"{born}[^A-Z;:]{0,20}(?P<date>D)"
#: `born in 1990 and aged 33 when she came in 2023`; `born in 1990 and fled in 2012, when she was 22
#: years old`.
AGED: Final = (
    r"{born}[^A-Z;:]{0,20}(?P<start>D)[^A-Z;:]{0,30}?{aged} (?P<length>N) "
    r"[^A-Z;:]{0,70}?(?P<end>D)",
    r"{born}[^A-Z;:.]{0,20}(?P<start>D),? {and} [^A-Z;:.]{0,40}?(?P<end>D),? "
    r"(?:{when} [^A-Z;:.,]{0,12})?(?P<length>A)",
)
#: `Today, in 2024, the hostel can look back on four decades of work`.
_LOOKS_BACK: Final = r"(?P<end>D),? [^A-Z;:.]{0,40}?{look_back} (?P<length>T)"


def is_span(date: Fact) -> bool:
    """Has a period a first and a last year, month or day?"""
    start, slash, end = (date.period or "").partition("/")
    return bool(slash) and YEAR.fullmatch(start) is not None and YEAR.fullmatch(end) is not None


def behind(before: Passage, passage: Passage) -> Iterator[Relation]:
    """`You led it from 2009 to 2024. For twelve years, then, …`: the length of the only span."""
    dates = [fact for fact in before.facts if fact.kind == "date"]
    if "D" in passage.shape:
        return
    if len(dates) == 1 and is_span(dates[0]):
        for match in chain(passage.find(_FOR), passage.find(_IN_THESE)):
            length = passage.fact(match, "length")
            if length is not None:
                yield span_of(dates, length, how="within")
    elif len(dates) == 2 and all(map(is_point, dates)):
        for match, told in product(passage.find(_IN_THESE), before.find(_BEGAN_AND_ENDED)):
            start, end = before.fact(told, "start"), before.fact(told, "end")
            length = passage.fact(match, "length")
            if start and end and length:
                yield span_of([start], length, end=end, how="between")


def age_at_death(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """How old somebody was who died, and whose birth a sentence before tells."""
    for match in passage.find(_DIED):
        known = passage.words.shared["third"]
        births = [fact for each in earlier for born in each.find(BORN)
                  if (fact := each.fact(born, "date")) is not None
                  and (match["who"] in known or match["who"] in each.skeleton)]  # fmt: skip
        end, length = passage.fact(match, "end"), passage.fact(match, "length")
        if end and length and is_point(end) and len(births) == 1 and is_point(births[0]):
            yield span_of(births, length, end=end, how="age")


def looked_back(passage: Passage, founded: Fact) -> Iterator[Relation]:
    """How much time lies behind what began in a sentence before."""
    for match in passage.find(_LOOKS_BACK):
        end, length = passage.fact(match, "end"), passage.fact(match, "length")
        if end is not None and length is not None and is_point(end):
            yield span_of([founded], length, end=end, how="between")
