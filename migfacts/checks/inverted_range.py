"""A range whose low end is above its high end, or whose average lies outside it.

What: `between 80 and 50`, `from USD 320 to USD 240`, `between 2023 and 2014`.
Why: the ends were swapped, or a digit is missing.

Examples:
    Wages are from USD 320 to USD 240 a month. -> 240
    Between 900 and 600 people visit the clinic. -> 600
    Wages range from USD 140 to USD 310, with an average of USD 345. -> 345
Not matched:
    The share fell from 80 to 50 per cent.
    Nights are as cold as -5 to -10 degrees.
    The gate is closed from 10 pm to 6 am.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.checks.times import first, last
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, own_noun
from migfacts.things.thing import Thing

CODE: Final = "inverted-range"
#: So few characters stand between two bounds of one range: ` and `, ` members and may have `.
BESIDE: Final = 24
#: In characters, between a range and the average within it.
NEAR: Final = 60
#: A sentence that tells an average and no more has no more words than these.
FEW: Final = 3
#: What is split in two.
WHOLE: Final = 100
#: Hours of a day and the like.
CLOCK: Final = 24


def check(evidence: Evidence) -> Iterator[Finding]:
    """The ranges that run backwards, and the minimum above its maximum."""
    for relation in evidence.relations:
        if relation.how == "extremes":
            yield from _extremes(relation)
        elif relation.how == "ranked":
            yield from _ranked(relation)
        elif relation.how == "ordered":
            yield from _ordered(relation)
    for low, high in pairwise(evidence.things):
        if _is_above(low, high):
            message = f"the minimum {written(low.fact)} is above the maximum {written(high.fact)}"
            yield finding(CODE, message, high.fact, [(low.fact, "minimum")])
    for span, mean in _spans(evidence.things):
        if _is_beyond(span, mean):
            said = f"the {mean.fact.statistic} {written(mean.fact)}"
            message = f"{said} is not within {_ends(span.fact.low, span.fact.high)}"
            yield finding(CODE, message, mean.fact, [(span.fact, "range")])
    for thing in evidence.things:
        fact = thing.fact
        moved = thing.is_move and _is_worded(fact)  # not: fell 25-15 per cent
        if (_inverted_date(fact) or _inverted(fact)) and not moved:
            message = f"{written(fact)} runs from the higher to the lower end"
            if fact.low is not None and fact.high is not None:
                message += f" ({number(fact.low)} > {number(fact.high)})"
            yield finding(CODE, message, fact)


def _spans(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Each number with the range told last before it."""
    span: Thing | None = None
    for thing in things:
        if span is not None:
            yield span, thing
            beyond = (thing.fact.value or 0) > (span.fact.high or 0)
            if beyond and (thing.document, thing.sentence) == (span.document, span.sentence):
                span = None  # items scored 0 to 3, so that the sum goes from 0 to 27
        if thing.fact.low is not None and thing.fact.high is not None:
            span = thing


def _extremes(relation: Relation) -> Iterator[Finding]:
    """`The shortest trip took 31 days and the longest 19`; `…, and the average 41`."""
    least, most, mean = relation.one("start"), relation.one("end"), relation.one("mean")
    if least is None or most is None or least.value is None or most.value is None:
        return
    if least.value > most.value and least.start == most.start:
        message = f"{written(least)} runs from the higher to the lower end"
        yield finding(CODE, message, least)
    elif least.value > most.value:
        message = f"the least, {written(least)}, is above the most, {written(most)}"
        yield finding(CODE, message, most, [(least, "the least")])
    elif mean and mean.value is not None and not least.value <= mean.value <= most.value:
        said = f"the {mean.statistic} {written(mean)}" if mean.statistic else written(mean)
        if least.start == most.start:  # a scale and a confidence interval are one range
            ends = _ends(least.value, most.value)
            yield finding(CODE, f"{said} is not within {ends}", mean, [(least, "the range")])
            return
        message = f"{said} is not within {written(least)} and {written(most)}"
        yield finding(CODE, message, mean, [(least, "the least"), (most, "the most")])


def _ends(low: Decimal | None, high: Decimal | None) -> str:
    assert low is not None
    assert high is not None
    return f"{number(low)} to {number(high)}"


def _ranked(relation: Relation) -> Iterator[Finding]:
    """`Bor had the highest share (26%), followed by Yei (38%)`."""
    low, high = relation.one("start"), relation.one("end")
    if low is None or high is None or low.value is None or high.value is None:
        return
    if low.value > high.value:
        first, second = sorted((low, high), key=lambda fact: fact.start)
        way = "less" if second is low else "more"
        message = f"{written(second)} is told after {written(first)}, as if it were {way}"
        yield finding(CODE, message, second, [(first, "ranked before it")])


def _ordered(relation: Relation) -> Iterator[Finding]:
    """`between the start of the war in March 2011 and March 2002`."""
    start, end = relation.one("start"), relation.one("end")
    if start is None or end is None:
        return
    one, other = first(start.period or ""), last(end.period or "")
    if one is not None and other is not None and one > other:
        message = f"{written(end)} is told as the end, but {written(start)} as the beginning"
        yield finding(CODE, message, end, [(start, "begin")])


def _is_above(low: Thing, high: Thing) -> bool:
    """`The minimum loan is USD 900 and the maximum loan is USD 400`: in one sentence.

    So is `at least 900 and at most 600 euros`.
    """
    one, other = low.fact, high.fact
    if (one.bound, other.bound) == ("at_least", "at_most"):
        near = low.document == high.document and low.sentence == high.sentence
        beside = near and 0 < other.start - one.end <= BESIDE
        alike = (one.kind, one.unit, low.head) == (other.kind, other.unit, high.head)
        bare = "number" in (one.kind, other.kind) or alike
        return beside and bare and (one.value or 0) > (other.value or 0) > 0
    if (one.statistic, other.statistic) != ("minimum", "maximum"):
        return False
    alike = (one.kind, one.unit, one.per, low.head) == (
        other.kind,
        other.unit,
        other.per,
        high.head,
    )
    same = low.document == high.document and low.sentence == high.sentence
    return same and alike and bool(low.head) and (one.value or 0) > (other.value or 0) > 0


def _is_beyond(span: Thing, mean: Thing) -> bool:
    """`Wages range from USD 140 to USD 310, with an average of USD 345`.

    In the next sentence, it is told of nothing else: `The average was USD 345`.
    """
    one, other = span.fact, mean.fact
    behind = mean.sentence - span.sentence
    told = behind == 1 and bool(other.entity) and not mean.head and len(mean.around) <= FEW
    again = (
        bool(mean.head)
        and mean.head == span.head
        and not (mean.modifiers - span.modifiers or mean.words - span.around - mean.names)
    )
    told = told or (behind == 1 and again)  # the average fee was USD 345
    if span.document != mean.document or not (behind == 0 or told):
        return False
    if other.start - one.end > NEAR:
        return False
    bare = other.kind in NUMBERS and not own_noun(other)  # from 180 to 240 euros, averaging 265
    alike = bare or (one.kind, one.unit) == (other.kind, other.unit)
    if (
        not alike
        or other.per not in (one.per, None)
        or other.statistic not in ("average", "median")
        or one.change
        or other.change
    ):
        return False
    if one.low is None or one.high is None or one.low >= one.high or other.value is None:
        return False
    if mean.whole is None or mean.whole.compares:
        return False  # against a national average of EUR 700
    heads = {span.head, mean.head} - {""}
    beside = behind == 0 and bare and other.start - one.end <= BESIDE  # 7 to 15 and averaged 16
    return (beside or len(heads) < 2) and not one.low <= other.value <= one.high


def _inverted(fact: Fact) -> bool:
    low, high = fact.low, fact.high
    if low is None or high is None or low <= high or high < 0 or fact.value is not None:
        return False
    if fact.change is not None and _is_worded(fact):
        return False  # from 80 to 50
    if fact.kind in ("ordinal", "date", "ratio"):
        return False
    bare = fact.kind in NUMBERS or (fact.kind == "percent" and fact.text[0].isdigit())
    if low + high == WHOLE and bare and fact.text[0].isdigit():
        return False  # by the old 80-20 formula; 58 to 42 per cent
    if fact.kind in NUMBERS and not any(map(str.isalpha, fact.text)):
        return False  # the vote ended 41–17
    # the office hours are from 10 to 1
    return not (fact.kind in NUMBERS and not own_noun(fact) and low <= CLOCK)


def _is_worded(fact: Fact) -> bool:
    """Does a word stand before or between the ends of a range, and no dash alone?"""
    last = max((at for at, char in enumerate(fact.text) if char.isdigit()), default=len(fact.text))
    return any(map(str.isalpha, fact.text[:last]))


def _inverted_date(fact: Fact) -> bool:
    if fact.kind != "date" or "/" not in (fact.period or ""):
        return False
    start, _, end = (fact.period or "").partition("/")
    one, other = first(start), first(end)
    return one is not None and other is not None and one > other
