"""Ranged: what went from one value to another, and what is told of one of them further on.

`Grants ranged from USD 400 to USD 2,500. … The largest grant, USD 3,200, went to a school`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.passage import Passage, X
from migfacts.relations.span.extremes import BEHIND, ends_of

#: What it is that ranged, up to the range: `Grants to towns ranged `.
_RANGED: Final = (
    rf"(?:{{definite}} )?(?P<noun>[^\W\d_]+)(?: [^A-Z;:.,]{{0,30}})? {{ranged}} (?P<range>{X})"
)
#: One of them: `The largest grant, USD 3,200`, `The average loan was USD 1,020`.
_ONE: Final = (
    r"(?:{definite}|{article}) (?:[^\W\d_]+ )?(?:{largest}|{most}|{smallest}|{least}|{average})"
    rf" (?P<noun>[^\W\d_]+)\b(?:, | [^A-Z;:.,]{{0,24}}?,? ?(?:{{be}}|{{having}}) )(?P<one>{X})"
)


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The values that lie within a range, each with its ends; nouns of two ranges are left out."""
    told = [(at, *each) for at, passage in enumerate(passages) for each in _ranged(passage)]
    nouns = Counter(noun for _, noun, _ in told)
    pronouns = passages[0].words.shared["pronouns"] if passages else frozenset()
    again = {span.unit for _, noun, span in told if noun in pronouns}
    for at, noun, span in told:
        if nouns[noun] > 1 or span.unit in again:
            continue
        low, high = ends_of(span)
        for behind in range(at + 1, min(at + BEHIND, len(passages))):
            near = behind == at + 1 and passages[behind].adjacent
            for one in _one(passages[behind], noun, span):
                if not (near and one.statistic):  # that the words of the two sentences tell
                    roles = {"start": [low], "end": [high], "mean": [one]}
                    yield Relation(kind="span", roles=roles, how="extremes")


def _ranged(passage: Passage) -> Iterator[tuple[str, Fact]]:
    for match in passage.find(_RANGED):
        span = passage.fact(match, "range")
        if span is None or span.low is None or span.high is None or span.value is not None:
            continue
        if span.change is None and span.low < span.high:
            yield passage.words.language.singular(match["noun"]), span


def _one(passage: Passage, noun: str, span: Fact) -> Iterator[Fact]:
    """What a sentence tells as the largest, the smallest or the average of a noun that ranged."""
    for match in passage.find(_ONE):
        one = passage.fact(match, "one")
        if one is None or one.value is None or match["noun"] != noun:
            continue
        same = (one.kind, one.unit) == (span.kind, span.unit) and one.change is None
        timely = None in (one.period, span.period) or one.period == span.period
        if same and timely and one.per in (span.per, None):
            yield one
