"""Span: a start, an end and the length of time between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.passage import Passage
from migfacts.relations.span import (
    course,
    extremes,
    interval,
    lasting,
    later,
    order,
    ranged,
    ranked,
)
from migfacts.relations.times import as_said, is_point, span_of

_ADJACENT: Final = (
    # `between 2014 and 2023, a period of ten years`, `2014–2023 (ten years)`
    # `from January 2022 to June 2023, that is for 18 months`
    r"(?P<date>D)(?:, ?| ?\(| – |,? {period} )(?:{period} )?(?:{length} )?(?P<length>T)"
    r"(?P<behind>[^A-Z]{0,12})",
    # `in the three years from 2021 to 2023`, `the ten years 2014–2023`
    r"(?P<length>T) ?(?:\(|,|:)? ?(?P<date>D)(?P<behind>)(?!: )",
    # `the 36-month project runs from January 2022 to December 2024`
    r"(?P<length>T) [^A-Z;:.,]{0,60}?(?:{runs}|{period}|{lasts})[^A-Z;:.,]{0,30}? ?"
    r"(?P<date>D)(?P<behind>)",
    # `From 2004 to 2010 he was consul in Port Amsel, a term of seven years`
    r"(?P<date>D)[^A-Z;:.]{0,60}?, {a_term} (?P<length>T)(?P<behind>)",
    # `between 1 March and 31 August 2023, a campaign of six months`
    r"(?P<date>D), {article} [^\W\d_]+ {of} (?P<length>T)(?P<behind>)",
    # `from 3 March to 24 March 2024, and its three weeks were too short`
    r"(?P<date>D),? {and} {definite} (?P<length>T)(?P<behind>)",
    # `from 2021 to 2023, the project lasts for three years`
    r"(?P<date>D)[^A-Z;:.]{0,50}?{lasts} (?:{equivalent} )?(?P<length>T)(?P<behind>)",
)
_SINCE: Final = (
    r"(?P<date>D),? (?:{length} )?(?P<length>T)(?P<behind>[^A-Z]{0,12})",
    r"{length} (?P<length>T),? [^A-Z;:.]{0,30}?(?P<date>D)(?P<behind>[^A-Z]{0,12})",
    r"(?P<date>D)[^A-Z;:.]{0,60}?,? {length} (?P<length>T)(?P<behind>[^A-Z]{0,12})",
)
#: `left in 2009 and has lived in exile for 25 years`.
_PERFECT: Final = r"(?P<date>D) {and} {has} [^A-Z;:.,]{0,30} {length} (?P<length>T)(?P<behind>)"
#: `opened in 2006, and for 25 years it has taken in anyone`.
_PERFECT_AHEAD: Final = (
    r"(?P<date>D),? {and} (?:{length}|{in_these}) (?P<length>T) [^A-Z;:.]{0,24}?{has}(?P<behind>)"
)
_AGO: Final = (
    r"(?P<date>D),? (?:\()?(?P<length>T)(?P<behind> {ago})",
    r"(?P<length>T) (?P<behind>{ago}),? \(?(?:{in} )?(?P<date>D)",
)
_THEN: Final = r"(?P<start>D)[^A-Z;.]{0,80}?(?P<end>D), (?P<length>T) {later}(?! {average})"
_LATER: Final = (
    r"(?P<start>D)[^A-MP-Z;.]{0,80}?(?P<length>T) {later}(?! {average})[^A-Z;.]{0,40}?(?P<end>D)"
)
#: `opened in October 2021, two years after the earthquake`, of which a sentence before tells.
_EVENT: Final = (
    r"(?P<end>D),? (?P<length>T) {after} (?P<event>[^A-Z;:.,()]{3,40}?)(?=[.,;]|$)",
    r"(?P<length>T) {after} (?P<event>[^A-Z;:.,()]{3,40}?), [^A-Z;:.,]{0,12}?(?P<end>D)",
)
_AFTER: Final = (
    r"(?P<start>D)[^A-Z;.]{0,60}?(?P<end>D),? (?:{after} )(?:{stay} )?(?P<length>T)",
    r"(?P<end>D), (?P<length>T) {after}[^A-Z;.]{0,40}?(?P<start>D)",
    r"(?P<length>T) {after}[^A-Z;.]{0,40}?(?P<start>D), [^A-Z;:.]{0,12}?(?P<end>D)",
    # `for 16 months, from the beginning of March 2022 to the end of June 2023`
    r"(?P<length>T), {from} [^A-Z;:.,]{0,20}(?P<start>D) {to} [^A-Z;:.,]{0,16}(?P<end>D)",
    # `which began in 2011 and ended in 2018, lasted nine years`
    r"(?P<start>D)[^A-Z;:.]{0,30}{ended}[^A-Z;:.]{0,12}(?P<end>D)[^A-Z;:.]{0,20}?"
    r"{lasts} (?P<length>T)",
)
#: `It closed for good in June 2023`, of what a sentence before told the beginning.
_ENDED_ALONE: Final = (
    r"(?:^|^{when} )(?:{pronouns}|{definite} (?P<noun>[^\W\d_]+)) {ended}[^A-Z;:.]{0,16}(?P<end>D)"
)
#: `When she came to Bristol in 1996 she was eleven years old`, of one whose birth is told before.
_THEN_AGED: Final = (
    r"(?P<who>{third}) [^A-Z;:.]{0,50}?(?P<end>D),? (?:{and} )?(?P=who) {be} (?P<length>A)"
)
_TURNED: Final = r"{turned}[^A-Z;:.]{0,20}(?P<length>[NTA])(?: {in} | \()(?P<end>D)"
#: How many sentences before may tell of an event, and of how many letters its noun is at least.
BACK, SHORTEST = 6, 5
_YEARS: Final = precompiled(r"\d{4}/\d{4}")


def read(passages: list[Passage], today: str | None = None) -> Iterator[Relation]:
    """The spans of a document; `today` is its own date. Working days are no days of a calendar."""
    for relation in _told(passages, today):
        length = relation.one("length")
        if length is None or not passages[0].words.has("sort_of_time", length.text.lower()):
            yield relation


def _told(passages: list[Passage], today: str | None) -> Iterator[Relation]:
    yield from course.read(passages)
    founded: Fact | None = None
    opened: Passage | None = None
    told: list[Relation] = []
    ambiguous = False
    for at, passage in enumerate(passages):
        shape = passage.shape
        most = list(extremes.read(passage))
        yield from most
        told += most
        if at and shape.startswith("DT") and passage.adjacent:
            yield from later.back_after(passages[at - 1], passage)
        if at and shape.startswith("TD"):
            yield from later.days_on(passages[at - 1], passage)
        if at and shape.startswith("T") and passage.adjacent:
            yield from lasting.behind(passages[at - 1], passage)
        if "D" in shape and len(shape) >= 2:
            yield from _spans(passage, today)
            yield from _ages(passage, today)
        yield from order.read(passage)
        yield from interval.read(passage)
        if "DT" in shape:
            yield from later.to_day(passage)
        if "T" in shape:
            yield from later.days_apart(passage)
        if "A" in shape and "D" in shape:
            yield from _aged_later(passages[max(0, at - BACK) : at], passage)
            yield from lasting.age_at_death(passages[max(0, at - BACK) : at], passage)
        if "D" in shape and "T" in shape and passage.has("after"):
            yield from _since_event(passages[max(0, at - BACK) : at], passage)
        if founded is not None and opened is not None and not ambiguous:
            yield from _ended_before(passage, founded, opened)
            yield from later.closed_after(passage, founded)
            yield from lasting.looked_back(passage, founded)
        begun = _begun(passage)
        if begun is not None:
            ambiguous = ambiguous or (founded is not None and founded.period != begun.period)
            founded, opened = begun, passage
        if founded is not None and not ambiguous:
            yield from _anniversaries(passage, founded, today)
    yield from extremes.across(passages)
    yield from extremes.means(passages, told)
    yield from extremes.scales(passages)
    yield from ranked.read(passages)
    yield from ranged.read(passages)


def _spans(passage: Passage, today: str | None) -> Iterator[Relation]:
    seen: set[int] = set()
    for template in _ADJACENT:
        for match in passage.find(template):
            date, length = passage.fact(match, "date"), passage.fact(match, "length")
            if date is None or length is None or not lasting.is_span(date) or id(length) in seen:
                continue
            behind = match["behind"]
            if any(passage.words.has(each, behind) for each in ("ago", "after")):
                continue  # 18 to 24 April 2024, four weeks after the first
            if _is_other(passage, length):
                continue
            seen.add(id(length))
            counted = template is _ADJACENT[1] and _counts_years(passage, date, length)
            length = as_said(passage, length)
            yield span_of([date], length, how="years" if counted else "within")
    if today is not None:
        yield from _until_today(passage, today, seen)
    for match in chain.from_iterable(map(passage.find, (_LATER, _THEN, *_AFTER, *lasting.AGED))):
        start, end = passage.fact(match, "start"), passage.fact(match, "end")
        length = passage.fact(match, "length")
        if not (start and end and length and is_point(start) and is_point(end)):
            continue
        if id(length) not in seen and passage.shape.count("D") == 2:
            how = "age" if length.kind in ("number", "age") else "between"
            yield span_of([start], length, end=end, how=how)


def _since_event(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """`The quake of May 2019 … They opened in May 2021, two years after the quake`."""
    for match in chain.from_iterable(map(passage.find, _EVENT)):
        end, length = passage.fact(match, "end"), passage.fact(match, "length")
        noun = match["event"].rpartition(" ")[2]
        if not (end and length and is_point(end)) or len(noun) < SHORTEST:
            continue
        told = [each for each in earlier if re.search(rf"\b{re.escape(noun)}\b", each.skeleton)]
        dates = [fact for each in told for fact in each.facts if fact.kind == "date"]
        if len(dates) == 1 and is_point(dates[0]):
            yield span_of(dates, length, end=end, how="between")


def _counts_years(passage: Passage, date: Fact, length: Fact) -> bool:
    """`in the five years from 2017 to 2023`: each of the years is counted."""
    years = _YEARS.fullmatch(date.period or "") is not None and length.unit == "year"
    return (
        years and passage.words.pattern(r"{definite} $").search(passage.before(length)) is not None
    )


def _until_today(passage: Passage, today: str, seen: set[int]) -> Iterator[Relation]:
    """`since 1990, for nearly fifty years`; `in 2016, eight years ago`."""
    now = _today(passage, today)
    for template in (*_SINCE, _PERFECT, _PERFECT_AHEAD, *_AGO):
        for match in passage.find(template):
            date, length = passage.fact(match, "date"), passage.fact(match, "length")
            if date is None or length is None or id(length) in seen or length.unit is None:
                continue
            period = date.period or ""
            ago = passage.words.has("ago", match["behind"])
            opened = period.endswith("/..")
            counted = is_point(date) and (ago or template in (_PERFECT, _PERFECT_AHEAD))
            if not counted and not (opened and template in _SINCE and not ago):
                continue
            if _is_other(passage, length):
                continue
            seen.add(id(length))
            yield span_of([date], length, end=now, how="until")


def _today(passage: Passage, today: str) -> Fact:
    fact = passage.facts[0]
    return Fact(kind="date", text=today, start=fact.start, end=fact.start, path=fact.path,
                line=fact.line, column=fact.column, period=today)  # fmt: skip


def _is_other(passage: Passage, length: Fact) -> bool:
    """`the past five years` and `every two years` tell no length of a span."""
    lead = passage.before(length)[-24:]
    return passage.words.pattern(r"(?:{each}) ?$").search(lead) is not None


def _ages(passage: Passage, today: str | None) -> Iterator[Relation]:
    """`born in 1988, is 29 years old`, against the date of the document or of a death."""
    words = passage.words
    births = [fact for match in passage.find(lasting.BORN) if (fact := passage.fact(match, "date"))]
    if len(births) != 1 or not is_point(births[0]):
        return
    others = [fact for fact in passage.facts if fact.kind == "date" and fact is not births[0]]
    ages = [fact for fact in passage.facts if fact.kind == "age" and fact.value is not None]
    if len(ages) != 1 or words.has("not_yet", passage.before(ages[0])):
        return  # he was born in 1959 and wants the card before he turns 65
    if not others and today is not None and words.has("present", passage.skeleton):
        yield span_of([births[0]], ages[0], end=_today(passage, today), how="age")
    elif len(others) == 1 and is_point(others[0]):
        yield span_of([births[0]], ages[0], end=others[0], how="age")


def _aged_later(earlier: list[Passage], passage: Passage) -> Iterator[Relation]:
    """How old somebody was in a year, whose birth one sentence before tells."""
    for match in passage.find(_THEN_AGED):
        births = [fact for each in earlier for born in each.find(lasting.BORN)
                  if (fact := each.fact(born, "date")) is not None]  # fmt: skip
        end, length = passage.fact(match, "end"), passage.fact(match, "length")
        if end and length and is_point(end) and len(births) == 1 and is_point(births[0]):
            yield span_of(births, length, end=end, how="age")


def _ended_before(passage: Passage, founded: Fact, opened: Passage) -> Iterator[Relation]:
    """The end of what began in a sentence before: `It closed in June 2020`, `The pilot ended`."""
    for match in passage.find(_ENDED_ALONE):
        end = passage.fact(match, "end")
        if match["noun"] and match["noun"] not in opened.skeleton.split():
            continue
        if end is not None and is_point(end):
            yield Relation(kind="span", roles={"start": [founded], "end": [end]}, how="order")


def _begun(passage: Passage) -> Fact | None:
    """When what the document is about began, if the sentence says so."""
    for match in passage.find(r"{begin}[^A-Z;:.]{0,20}(?P<date>D)"):
        date = passage.fact(match, "date")
        if date is not None and is_point(date):
            return date
    for match in passage.find(r"{running} (?P<date>D)"):
        date = passage.fact(match, "date")
        if date is not None and (date.period or "").endswith("/.."):
            return date
    return None


def _anniversaries(passage: Passage, founded: Fact, today: str | None) -> Iterator[Relation]:
    """`its 60th anniversary in 2021`, `it turned 50 in 2001`."""
    words = passage.words
    for fact in passage.facts:
        if fact.kind == "ordinal" and words.pattern(r"^ ?{anniversary}").match(passage.after(fact)):
            ends = [date for date in passage.facts if date.kind == "date" and date is not founded]
            after = [date for date in ends if is_point(date)]
            if len(ends) == 1 and after:
                yield span_of([founded], fact, end=after[0], how="anniversary")
            elif not ends and today is not None and words.has("this_year", passage.skeleton):
                yield span_of([founded], fact, end=_today(passage, today), how="anniversary")
    if words.has("born", passage.skeleton):
        return
    for match in passage.find(_TURNED):
        length, end = passage.fact(match, "length"), passage.fact(match, "end")
        if not (length and end and is_point(end)) or length.entity is not None:
            continue
        if length.kind == "number" or length.unit == "year":
            yield span_of([founded], length, end=end, how="anniversary")
