"""The same thing with two values that cannot both hold.

What: two numbers about the same thing, in one document or in two, whose values differ beyond the
    precision in which they were written, or break a bound.
Why: one place was updated and the other forgotten, or a digit was mistyped.

Examples:
    In 2023 we gave out 4,310 kits in Bor. In Bor 4,130 kits were given out in 2023. -> 4,310
Not matched:
    We plan to treat 4,500 patients for cholera. So far 4,130 patients were treated for cholera.
    In 2022 the clinic treated 3,900 patients. In 2023 it treated 4,130 patients.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from typing import Final

import msgspec

from migfacts.checks.evidence import Evidence, finding, written
from migfacts.compare import agree, as_percent, as_written, digits, interval, is_permuted
from migfacts.coreference.company import Company
from migfacts.coreference.pair import Pair
from migfacts.coreference.reckoned import Reckoned
from migfacts.coreference.weighing import are_one, comparable
from migfacts.fact import Fact
from migfacts.finding import Finding
from migfacts.things.beginnings import is_other_day, same_beginning
from migfacts.things.thing import Thing
from migfacts.things.whole import SHARED

CODE: Final = "conflict"
#: Among more candidates than this a word tells nothing.
MOST: Final = 60
#: Two digits may be in another order by chance.
PAIR: Final = 2
#: Names of groups: the same digits, people of whatever noun, amounts that are asked for, and all
#: of one kind in one document.
DIGITS, PEOPLE, ASKED, ALIKE = "digits", "people", "asked", "alike"
HUNDRED: Final = Decimal(100)
#: To how many digits that count, and to how many points, a ratio in words is meant.
ROUNDED: Final = Context(prec=2)
POINTS: Final = Decimal(5)

_Key = tuple[object, ...]


def check(evidence: Evidence) -> Iterator[Finding]:
    """The pairs that contradict one another, each fact at most once."""
    related = _related(evidence)
    settled: set[int] = set()
    told = _told(evidence.things)
    codes = frozenset(thing.fact.unit for thing in evidence.things if thing.fact.kind == "money")
    alike = [_as_compared(thing, codes) for thing in evidence.things]
    own = {id(same.fact): id(thing.fact)
           for same, thing in zip(alike, evidence.things, strict=True)}  # fmt: skip
    compared = [thing for thing in alike if comparable(thing)]
    company, known = Company(compared), Reckoned(evidence.things)
    for one, other in _candidates(compared):
        facts = own[id(one.fact)], own[id(other.fact)]
        if id(other.fact) in settled or facts in related:
            continue
        pair = Pair(one, other, company)
        if not pair.near or not are_one(pair):
            continue
        if not _differ(one, other) or _is_another(told, one, other):
            continue
        if known.come_out(one, other) or _are_set_apart(one, other):
            continue
        settled.add(id(other.fact))
        yield _finding(one, other)
    yield from _beginnings(evidence.things)


def _beginnings(things: Sequence[Thing]) -> Iterator[Finding]:
    """What began on one day here and on another there."""
    groups: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.begun is not None:
            groups[thing.begun.event].append(thing)
    for group in groups.values():
        for at, other in enumerate(group[:MOST]):
            for one in group[:at]:
                if is_other_day(one, other) and same_beginning(one, other):
                    yield _finding(one, other)
                    break


def _as_compared(thing: Thing, codes: frozenset[str | None]) -> Thing:
    """A number as it is held against others: `one in three` in per cent, `kroner` as NOK.

    `codes` are those of all amounts: what is NOK in one document is no SEK in another.
    """
    fact = thing.fact
    if fact.kind == "money" and fact.unit is None and fact.unit_text and thing.whole is not None:
        choice = thing.whole.currencies(fact.unit_text) & codes
        settled = next(iter(choice)) if len(choice) == 1 else None
        return thing._replace(fact=msgspec.structs.replace(fact, unit=settled))
    if fact.kind != "ratio" or fact.change is not None or not 0 < (fact.value or 0) < 1:
        return thing
    share = as_percent(fact)
    value = ROUNDED.plus(share.value or Decimal(0))
    return thing._replace(fact=msgspec.structs.replace(share, value=value, precision=POINTS))


def _related(evidence: Evidence) -> set[tuple[int, int]]:
    """Facts that a relation holds together are a part and its whole, a before and an after."""
    found: set[tuple[int, int]] = set()
    for relation in evidence.relations:
        facts = relation.facts()
        if len(facts) <= MOST:
            found.update((id(one), id(other)) for one in facts for other in facts)
    return found


def _candidates(things: list[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Pairs that share the counted noun, the digits, or a word that is rare among their likes."""
    groups: dict[_Key, list[Thing]] = defaultdict(list)
    for thing in things:
        kind: _Key = (thing.kind, thing.fact.unit, thing.fact.statistic)
        for key in _keys(thing):
            groups[kind + key].append(thing)
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        if not 1 < len(group) <= MOST:
            continue
        for at, other in enumerate(group):
            value = other.fact.value
            for one in group[:at]:
                if value is not None and value == one.fact.value:
                    continue
                pair = (id(one.fact), id(other.fact))
                if pair not in seen:
                    seen.add(pair)
                    yield one, other


def _keys(thing: Thing) -> Iterator[_Key]:
    """What another number of its kind must have in common with it, one of them, to be compared."""
    fact = thing.fact
    if fact.value is not None:
        said = digits(fact.value)
        if len(said) > PAIR or (len(said) == PAIR and fact.value >= HUNDRED):
            yield DIGITS, "".join(sorted(said))
    if thing.kind != "count":
        yield ALIKE, thing.document
        for word in {*thing.words, thing.head} - {""}:
            yield (word,)
        if fact.kind == "money" and thing.is_asked:
            yield (ASKED,)
        return
    yield (thing.head,)
    if " " in thing.head:  # identity cards, told as cards
        yield (thing.head.rpartition(" ")[2],)
    if thing.people.are:
        yield PEOPLE, thing.document
        if fact.period is not None:
            yield PEOPLE, "", fact.period
        for word in thing.words:
            yield PEOPLE, "", word
    for happening in thing.people.happening:
        yield happening, "", fact.period
    for word in thing.words:
        yield thing.head, word, fact.period


def _differ(one: Thing, other: Thing) -> bool:
    if one.fact.value is not None and one.fact.value == other.fact.value:
        return False
    if _in_disorder(one.fact, other.fact):
        return True
    reading = as_written if _alike_rounded(one.fact, other.fact) else interval
    first, second = reading(one.fact), reading(other.fact)
    return first is not None and second is not None and not agree(first, second)


def _in_disorder(one: Fact, other: Fact) -> bool:
    """`At least 1,378` and `1,738`: no bound explains the same digits in another order."""
    return is_permuted(one, other) and len(digits(one.value or Decimal(0))) > PAIR


def _alike_rounded(one: Fact, other: Fact) -> bool:
    """Two round numbers of one precision, `some 1.3 million` and `1.2 million`, differ in it."""
    return one.precision == other.precision != 1


def _told(things: Sequence[Thing]) -> dict[_Key, int]:
    """Where each document first tells a value of a noun, and of a kind."""
    found: dict[_Key, int] = {}
    for thing in things:
        for what in (thing.head, thing.fact.kind):
            found.setdefault((thing.document, what, thing.fact.value), thing.fact.start)
    return found


def _is_another(told: dict[_Key, int], one: Thing, other: Thing) -> bool:
    """Does a document know both numbers, so that they are two things?"""
    if one.document == other.document:
        first = told.get((other.document, other.fact.kind, other.fact.value), other.fact.start)
        return other.definite and first < other.fact.start
    return any(
        (here.document, here.head, there.fact.value) in told
        or (
            (here.document, there.fact.kind, there.fact.value) in told
            and (there.fact.value or 0) >= SHARED
        )
        for here, there in ((one, other), (other, one))
    )


def _are_set_apart(one: Thing, other: Thing) -> bool:
    """`The bulletin gave 1,506 in its title and 1,560 in the table`: does a sentence know both?"""
    return any(
        (there.fact.kind, there.fact.value) in here.whole.values
        for here, there in ((one, other), (other, one))
        if here.whole is not None and there.fact.value is not None
    )


def _finding(one: Thing, other: Thing) -> Finding:
    first, second = one.fact, other.fact
    where = "" if first.path == second.path else f" in {first.path}"
    message = (
        f"{written(second)}, but {written(first)}{where}, line {first.line}, "
        "is said of the same thing"
    )
    return finding(CODE, message, second, [(first, "the same thing")], expected=written(first))
