"""Extremes: the least and the most of one kind, told side by side, and what lies between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, own_noun
from migfacts.relations.passage import Passage, X, places
from migfacts.relations.times import topics

_JOINT: Final = r"(?:,|,? (?:{while}))(?: [^A-Z;:.,]{0,12}?)? ?"
#: `The shortest course lasts 8 weeks and the longest 12`; of what is small in itself, by what it
#: has or is: `The smallest loan is EUR 400`, as the smallest state may have taken in the most.
_PAIRS: Final = (
    rf"{{least}}\b(?: {{of_the}} [A-Z])?[^A-Z;:.,]{{0,40}}?(?P<low>{X})[^A-Z;:.,]{{0,24}}?{_JOINT}"
    rf"{{most}}\b(?P<to_high>[^A-Z;:.,]{{0,30}}?)(?P<high>{X})",
    rf"{{smallest}}\b(?: {{of_the}} [A-Z])?[^A-Z;:.,]{{0,24}}? (?:{{be}}|{{having}}) "
    rf"(?P<low>{X})[^A-Z;:.,]{{0,24}}?"
    rf"{_JOINT}{{largest}}\b(?P<to_high>[^A-Z;:.,]{{0,24}}?)(?P<high>{X})",
)
#: `between a low of 640 guests in March and a high of 590 in August`.
_LOW_HIGH: Final = (
    rf"{{low_of}} (?P<low>{X})[^A-Z;:.]{{0,30}}?(?:D[^A-Z;:.]{{0,12}})? {{and}} {{high_of}}"
    rf"(?P<to_high>) (?P<high>{X})"
)
#: One end alone: `The smallest loan that it granted was USD 450`; `The largest, the Hotel Mira,
#: houses 1,150 people`, where what it is of was told before.
_END: Final = (
    r"(?:(?: (?P<noun>[^\W\d_]+)\b[^A-Z;:.,]{{0,40}}?,? (?:(?:{{be}}|{{having}}) )?)"
    r"|, [^A-Z;:.,]{{3,40}}, {{having}} )(?:D )?(?P<value>{value})"
)
_ALONE: Final = (
    ("low", r"^{definite} (?:{smallest}|{least})" + _END.format(value=X)),
    ("high", r"^{definite} (?:{largest}|{most})" + _END.format(value=X)),
)
#: So many words may stand before a number without its noun: `the longest took 19`.
CLOSE: Final = 1
#: `on a scale from 1 to 5`, `Scores range from 0 to 10`.
_SCALES: Final = (
    r"{scale} (?:{from} |{of} )?(?P<scale>N)",
    r"{ratings} {ranged} (?P<scale>N)",
)
#: `Marks went from 1, very bad, to 5, very good`.
_MARKS: Final = r"{ratings} {ranged} {from} (?P<low>N)[^A-Z;:.]{0,24}? {to} (?P<high>N)"
#: What is rated on it.
_RATED: Final = r"{ratings}(?: {of}| {at})? (?P<mean>N)(?! {of})"
#: In how many sentences behind the average may be told.
BEHIND: Final = 7
#: `the youngest is 19 and the oldest 34, and their average age is 41`.
_MEAN: Final = rf"^[^A-Z;:.]{{0,40}}?,? (?:{{while}}) [^A-Z;:.,]{{0,24}}?(?P<mean>{X})"


def read(passage: Passage) -> Iterator[Relation]:
    """The pairs of a least and a most in a passage, with the average told behind them."""
    told = passage.has("least") or passage.has("smallest") or passage.has("low_of")
    for match in chain.from_iterable(map(passage.find, (*_PAIRS, _LOW_HIGH) if told else ())):
        low, high = passage.fact(match, "low"), passage.fact(match, "high")
        if low is None or high is None or None in (low.value, high.value):
            continue
        close = len(match["to_high"].split()) <= CLOSE
        if not (_of_one_sort(low, high) or (close and _is_bare(high))):
            continue
        if not _suits(passage, match[0], low):
            continue
        roles = {"start": [low], "end": [high]}
        mean = _mean(passage, high)
        if mean is not None:
            roles["mean"] = [mean]
        yield Relation(kind="span", roles=roles, how="extremes")


def across(passages: list[Passage]) -> Iterator[Relation]:
    """`The smallest loan was USD 450. … The largest loan, USD 380, paid for a kiosk`."""
    told = [(at, each) for at, passage in enumerate(passages) for each in _one(passage)]
    for nth, (at, (way, noun, fact)) in enumerate(told):
        others = [
            (other_way, other)
            for there, (other_way, other_noun, other) in told[nth + 1 :]
            if there - at <= BEHIND and noun == other_noun and _of_one_sort(fact, other)
        ]
        if len(others) != 1 or others[0][0] == way:
            continue
        low, high = (fact, others[0][1]) if way == "low" else (others[0][1], fact)
        yield Relation(kind="span", roles={"start": [low], "end": [high]}, how="extremes")


def _one(passage: Passage) -> Iterator[tuple[str, str, Fact]]:
    """Whether a sentence tells the least or the most, of what noun, and its number."""
    for way, template in _ALONE:
        for match in passage.find(template):
            fact = passage.fact(match, "value")
            if fact is not None and fact.value is not None and fact.change is None:
                yield way, match["noun"] or "", fact


def means(passages: list[Passage], found: list[Relation]) -> Iterator[Relation]:
    """The average of what a least and a most are told of in a sentence before: of one kind only."""
    where = places(passages) if found else {}
    kinds = Counter(relation.roles["start"][0].kind for relation in found)
    for relation in found:
        low, high = relation.roles["start"][0], relation.roles["end"][0]
        at = where[low.start]
        average = [
            (passage, fact)
            for passage in passages[at + 1 : at + BEHIND]
            for fact in passage.facts
            if fact.statistic in ("average", "median") and fact.value is not None
            and fact.change is None and _of_one_sort(low, _kind_of(low, fact))
        ]  # fmt: skip
        if len(average) != 1 or kinds[low.kind] > 1 or relation.one("mean") is not None:
            continue
        passage, mean = average[0]
        if topics(passages[at]) & topics(passage):
            roles = {"start": [low], "end": [high], "mean": [mean]}
            yield Relation(kind="span", roles=roles, how="extremes")


def scales(passages: list[Passage]) -> Iterator[Relation]:
    """`on a scale from 1 to 5 … an average rating of 5.8`: one that the scale does not have."""
    for at, passage in enumerate(passages):
        for scale, low, high in _scale(passage):
            for near in passages[at : at + BEHIND]:
                yield from (
                    found
                    for found in _rated(near, scale, low, high)
                    if not _lies_within(found, passage, scale)
                )


def _scale(passage: Passage) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Each scale that a sentence tells, with its ends."""
    for match in chain.from_iterable(map(passage.find, _SCALES)):
        scale = passage.fact(match, "scale")
        if scale is not None and scale.low is not None and scale.high is not None:
            yield scale, *ends_of(scale)
    for match in passage.find(_MARKS):
        low, high = passage.fact(match, "low"), passage.fact(match, "high")
        if low and high and None not in (low.value, high.value):
            yield high, low, high


def ends_of(interval: Fact) -> tuple[Fact, Fact]:
    """The two ends of a range, each as a value that stands where the range does."""
    low, high = (
        msgspec.structs.replace(interval, value=end, low=None, high=None)
        for end in (interval.low, interval.high)
    )
    return low, high


def _lies_within(found: Relation, passage: Passage, scale: Fact) -> bool:
    """`items scored 0 to 3, so that the sum goes from 0 to 27`: is the mean of another range?"""
    mean = found.roles["mean"][0]
    return any(
        scale.start < fact.start < mean.start
        and (fact.high or fact.value or 0) >= (mean.value or 0)
        for fact in passage.facts
        if fact.kind in NUMBERS
    )


def _rated(passage: Passage, scale: Fact, low: Fact, high: Fact) -> Iterator[Relation]:
    for match in passage.find(_RATED):
        mean = passage.fact(match, "mean")
        if mean is None or mean.value is None or own_noun(mean) or mean.start == scale.start:
            continue
        if high.value is not None and mean.value <= high.value * 2:
            roles = {"start": [low], "end": [high], "mean": [mean]}
            yield Relation(kind="span", roles=roles, how="extremes")


def _kind_of(low: Fact, fact: Fact) -> Fact:
    """`The average age is 47`: a number of what the other is."""
    ages = {fact.kind, low.kind} in ({"number", "age"}, {"count", "age"})
    bare = fact if low.kind == "age" else low  # the youngest of them 19
    if not ages or own_noun(bare):
        return fact
    return msgspec.structs.replace(fact, kind=low.kind, unit=low.unit, entity=None)


def _of_one_sort(low: Fact, high: Fact) -> bool:
    """Is the later number of the kind of the earlier?"""
    numbers = low.kind in NUMBERS and high.kind in NUMBERS
    same = low.unit == high.unit and high.per in (low.per, None)
    nouns = {fact.entity_lemma for fact in (low, high) if own_noun(fact)}
    return (numbers or low.kind == high.kind) and same and len(nouns) < 2


def _is_bare(fact: Fact) -> bool:
    return fact.kind in NUMBERS and not own_noun(fact) and fact.per is None


def _suits(passage: Passage, said: str, low: Fact) -> bool:
    """Do the words tell how large the number is? The youngest class may have the most pupils."""
    by_age = passage.words.has("by_age", said)
    return not by_age or low.kind == "age" or not own_noun(low)


def _mean(passage: Passage, high: Fact) -> Fact | None:
    """The average that is told behind the most, in words that count the same."""
    behind = passage.words.pattern(_MEAN).match(passage.skeleton[passage.position(high) + 1 :])
    if behind is None:
        return None
    found = passage.at.get(passage.position(high) + 1 + behind.start("mean"))
    average = found is not None and found.statistic in ("average", "median")
    return found if average and found is not None and found.value is not None else None
