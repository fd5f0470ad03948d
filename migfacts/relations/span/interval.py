"""Interval: an estimate and the confidence interval that is told beside it, in which it lies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.relation import Relation
from migfacts.relations.passage import Passage
from migfacts.relations.span.extremes import ends_of

_TOLD: Final = (
    # 12.4% (95% CI 9.6–15.2); an odds ratio of 2.3, 95% confidence interval [CI] 1.03 to 5.13
    r"(?P<mean>[NPQR])[^A-Z;:()]{0,24}?(?: ?[(\[]|, )[^A-Z;:()]{0,16}?{confidence}"
    r"(?: ?[\[(]{confidence}[\])])?"
    r"[ :=,]{1,3}(?P<ends>[NPQ])",
    # 12.4% (9.6–15.2, 95% CI)
    r"(?P<mean>[NPQR])[^A-Z;:()]{0,24}? ?[(\[](?P<ends>[NPQ]),? [^A-Z;:()]{0,16}?{confidence}",
)


def read(passage: Passage) -> Iterator[Relation]:
    """The estimates of a sentence, each within the ends of its interval if all is right."""
    if not passage.has("confidence"):
        return
    for match in chain.from_iterable(map(passage.find, _TOLD)):
        mean, ends = passage.fact(match, "mean"), passage.fact(match, "ends")
        if mean is None or ends is None or None in (mean.value, ends.low, ends.high):
            continue
        low, high = ends_of(ends)
        roles = {"start": [low], "end": [high], "mean": [mean]}
        yield Relation(kind="span", roles=roles, how="extremes")
