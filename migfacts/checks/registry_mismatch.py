"""A figure that differs from facts.toml.

What: a number about what an entry of facts.toml governs, of its subject, period and place, whose
    value is not the entry's at the precision in which it is written.
Why: the figure was updated in the registry, and this place was forgotten.

Examples:
    with entity = "member states", value = 175, subject = "IOM":
    IOM has 174 member states. -> 175
Not matched:
    with the same entry:
    The African Union has 55 member states.
    At the session 12 member states spoke.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.checks.evidence import Evidence, finding, number, written
from migfacts.compare import Interval, agree, as_written, digits, interval
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.registry import Entry, tolerance
from migfacts.registry.governs import Matcher
from migfacts.things.thing import Thing
from migfacts.units import convert

CODE: Final = "registry-mismatch"
#: Of so many digits that count, `about` adds nothing to how they are written.
SHARP: Final = 3
THOUSAND: Final = 1000
#: How far off `about` may be at least.
ABOUT: Final = Decimal("0.005")
#: Beside the figure of the registry, one that is further off counts something else.
NEAR: Final = Decimal("1.5")


def check(evidence: Evidence) -> Iterator[Finding]:
    """The figures that left facts.toml behind."""
    registry = evidence.registry
    if registry is None or not evidence.things:
        return
    matcher = Matcher(registry, evidence.language)
    broken: list[tuple[Thing, list[Entry]]] = []
    right: set[tuple[int, str]] = set()
    for thing in evidence.things:
        larger = matcher.entries(thing, narrower=True)
        governing = matcher.entries(thing) if larger else []
        wrong = [entry for entry in governing if _differs(thing.fact, entry)]
        right |= {(thing.document, entry.id) for entry in governing if entry not in wrong}
        if not governing and thing.fact.kind == "count":
            governing = larger
            wrong = [entry for entry in larger if _exceeds(thing.fact, entry)]
        if wrong and len(wrong) == len(governing):
            broken.append((thing, wrong))
    for thing, wrong in broken:
        if not any(_is_part(thing, entry, right) for entry in wrong):
            yield _finding(thing.fact, wrong[0], registry.path)


def _is_part(thing: Thing, entry: Entry, right: set[tuple[int, str]]) -> bool:
    """Is it another number than that of the entry, which its document tells as well?"""
    if (thing.document, entry.id) not in right or not entry.value or not thing.fact.value:
        return False
    one, other = sorted((abs(entry.value), abs(thing.fact.value)))
    return other > one * NEAR


def _differs(fact: Fact, entry: Entry) -> bool:
    found = _in_unit(fact, entry)
    allowed = tolerance(entry)
    wanted = _wanted(entry, allowed or Decimal(0))
    if found is None:
        return False
    if not entry.rounding and allowed is None and fact.value is not None:
        exact = Interval(fact.value, fact.value)
        return entry.unit in (fact.unit, "%", None) and not agree(
            exact if fact.bound in ("exact", "approx") else found, wanted
        )
    return not agree(found, wanted)


def _is_sharp(value: Decimal) -> bool:
    """`Some 8,900` and `about 112 million` are closer than `about 170` and `some 9,000`."""
    count = len(digits(value))
    return count >= SHARP or (count == SHARP - 1 and value >= THOUSAND)


def _exceeds(fact: Fact, entry: Entry) -> bool:
    """Is a part larger than the whole that the registry knows?"""
    found, wanted = _in_unit(fact, entry), _wanted(entry, tolerance(entry) or Decimal(0))
    return (
        found is not None
        and found.low is not None
        and wanted.high is not None
        and found.low > wanted.high
    )


def _wanted(entry: Entry, slack: Decimal) -> Interval:
    if entry.value is not None:
        return Interval(entry.value - slack, entry.value + slack)
    low, high = entry.low, entry.high
    return Interval(None if low is None else low - slack, None if high is None else high + slack)


def _in_unit(fact: Fact, entry: Entry) -> Interval | None:
    """The fact's interval in the unit of the entry; a tolerance stands instead of the precision."""
    sharp = fact.value is not None and _is_sharp(fact.value)
    found = as_written(fact) if sharp else interval(fact)  # about 112 million is no 117 million
    if found is not None and fact.bound == "approx":
        found = found.widened(ABOUT)  # nearly 250 million is 248.9 million
    if entry.tolerance is not None and fact.value is not None and fact.bound == "exact":
        found = Interval(fact.value, fact.value)
    if found is None or fact.kind not in ("measure", "duration") or fact.unit == entry.unit:
        return found
    if fact.unit is None or entry.unit is None:
        return None
    ends = [None if end is None else convert(end, fact.unit, entry.unit) for end in found]
    return None if ends == [None, None] else Interval(*ends)


def _finding(fact: Fact, entry: Entry, path: str) -> Finding:
    ends = [entry.low, entry.high] if entry.value is None else [entry.value]
    value = "–".join("" if end is None else number(end) for end in ends)
    unit = f" {entry.unit}" if entry.unit else ""
    message = f"{written(fact)}, but {path}, line {entry.line}, has {value}{unit} for {entry.id}"
    return finding(CODE, message, fact, expected=f"{value}{unit}")
