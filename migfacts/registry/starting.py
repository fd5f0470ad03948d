"""A first facts.toml: the numbers that documents tell more than once, and agree on."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from migfacts.fact import Fact, plain_number
from migfacts.things.standing import HARMLESS
from migfacts.things.thing import Thing

HEADER: Final = "# The figures that these documents agree on. Check each, and add its source.\n"
FEWEST: Final = 2
SMALLEST: Final = 10


class _Key(NamedTuple):
    """What two facts must share to stand for one entry."""

    noun: str
    unit: str | None
    per: str | None
    subject: str | None
    period: str | None
    place: str | None


def starting(things: Iterable[Thing]) -> str:
    """The text of a facts.toml."""
    groups: dict[_Key, list[Thing]] = defaultdict(list)
    for thing in things:
        fact = thing.fact
        if _is_figure(thing):
            noun = (fact.entity_lemma or "").lower()
            groups[_Key(noun, fact.unit, fact.per, _body(fact), fact.period, fact.place)].append(
                thing
            )
    taken: set[str] = set()
    pieces = [HEADER]
    for key, group in groups.items():
        values = {thing.fact.value for thing in group}
        places = {(thing.document, thing.sentence) for thing in group}
        if len(values) == 1 and len(places) >= FEWEST:
            pieces.append("\n".join(_entry(key, group[0].fact, taken)) + "\n")
    return "\n".join(pieces)


def _is_figure(thing: Thing) -> bool:
    fact = thing.fact
    return (
        fact.kind in ("count", "money")
        and fact.value is not None
        and abs(fact.value) >= SMALLEST
        and fact.bound == "exact"
        and bool(fact.entity)
        and fact.change is None
        and fact.statistic is None
        and not thing.partitive
        and not frozenset(fact.scope) - HARMLESS
    )


def _body(fact: Fact) -> str | None:
    """The subject, if it is a name."""
    subject = fact.subject or ""
    return subject if subject[:1].isupper() and subject[1:2].isupper() else None


def _entry(key: _Key, fact: Fact, taken: set[str]) -> Iterator[str]:
    name = re.sub(
        r"[^a-z0-9]+", "-", " ".join(filter(None, (key.subject, key.noun, key.period))).lower()
    )
    name = name.strip("-") or "fact"
    number = 2
    chosen = name
    while chosen in taken:
        chosen, number = f"{name}-{number}", number + 1
    taken.add(chosen)
    yield "[[fact]]"
    yield f"id = {_text(chosen)}"
    yield f"entity = {_text(fact.entity or '')}"
    yield f"value = {plain_number(fact.value or Decimal(0))}"
    for label, value in (
        ("unit", key.unit), ("per", key.per), ("subject", key.subject),
        ("period", key.period), ("place", key.place),
    ):  # fmt: skip
        if value is not None:
            yield f"{label} = {_text(value)}"


def _text(value: str) -> str:
    """A TOML basic string; JSON escapes are TOML escapes."""
    return json.dumps(" ".join(value.split()), ensure_ascii=False)
