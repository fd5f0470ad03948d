"""The same thing with two values that cannot both hold.

What: two numbers about the same thing, in one document or in two, whose values differ beyond the
    precision in which they were written, or break a bound.
Why: one place was updated and the other forgotten, or a digit was mistyped.
Examples:
    In 2023 the clinic treated 4,310 patients for cholera. Cholera: in 2023 the clinic treated 4,130 patients. -> 4,130
Not matched:
    We plan to treat 4,500 patients for cholera. So far 4,130 patients were treated for cholera.
    In 2022 the clinic treated 3,900 patients. In 2023 it treated 4,130 patients.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from migfacts.checks.evidence import Evidence, finding, written
from migfacts.compare import agree, interval
from migfacts.finding import Finding
from migfacts.same import comparable, same
from migfacts.things import Thing

CODE: Final = "conflict"
#: Among more candidates than this a word tells nothing.
MOST: Final = 60

_Key = tuple[object, ...]


def check(evidence: Evidence) -> Iterator[Finding]:
    """The pairs that contradict one another, each fact at most once."""
    related = _related(evidence)
    settled: set[int] = set()
    for one, other in _candidates([thing for thing in evidence.things if comparable(thing)]):
        if id(other.fact) in settled or (id(one.fact), id(other.fact)) in related:
            continue
        if not _differ(one, other) or not same(one, other) or _repeated(evidence, one, other):
            continue
        settled.add(id(other.fact))
        yield _finding(one, other)


def _related(evidence: Evidence) -> set[tuple[int, int]]:
    """Facts that a relation holds together are a part and its whole, a before and an after."""
    found: set[tuple[int, int]] = set()
    for relation in evidence.relations:
        facts = relation.facts()
        if len(facts) <= MOST:
            found.update((id(one), id(other)) for one in facts for other in facts)
    return found


def _candidates(things: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Pairs that share the counted noun, or a word that is rare among their likes."""
    groups: dict[_Key, list[Thing]] = defaultdict(list)
    for thing in things:
        fact = thing.fact
        kind: _Key = (fact.kind, fact.unit, fact.per, fact.statistic)
        if fact.kind == "money":
            for word in {*thing.words, thing.head} - {""}:
                groups[*kind, word].append(thing)
        else:
            groups[*kind, thing.head].append(thing)
            for word in thing.words:
                groups[*kind, thing.head, word, fact.period].append(thing)
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        if not 1 < len(group) <= MOST:
            continue
        for at, other in enumerate(group):
            for one in group[:at]:
                pair = (id(one.fact), id(other.fact))
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


def _differ(one: Thing, other: Thing) -> bool:
    first, second = interval(one.fact), interval(other.fact)
    return first is not None and second is not None and not agree(first, second)


def _repeated(evidence: Evidence, one: Thing, other: Thing) -> bool:
    """Is the later number told elsewhere too, so that it is one of its own?"""
    del evidence
    return one.fact.value is not None and one.fact.value == other.fact.value


def _finding(one: Thing, other: Thing) -> Finding:
    first, second = one.fact, other.fact
    where = "" if first.path == second.path else f" in {first.path}"
    message = (
        f"{written(second)}, but {written(first)}{where}, line {first.line}, "
        "is said of the same thing"
    )
    return finding(CODE, message, second, [(first, "the same thing")], expected=written(first))
