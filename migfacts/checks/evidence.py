"""What checks look at, and how they say what they found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from migfacts.fact import Fact
from migfacts.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from datetime import date

    from migfacts.compare import Interval
    from migfacts.registry import Registry
    from migfacts.relation import Relation
    from migfacts.things.thing import Thing


class Evidence(NamedTuple):
    """The facts of all documents, their relations, what each is about, and the registry."""

    facts: Sequence[Fact] = ()
    relations: Sequence[Relation] = ()
    things: Sequence[Thing] = ()
    registry: Registry | None = None
    language: str = "en"
    as_of: date | None = None


def place(fact: Fact, message: str = "") -> Place:
    """Where a fact stands."""
    lines = fact.text.splitlines() or [""]
    end = len(lines[-1]) + (fact.column if len(lines) == 1 else 1)
    return Place(
        path=fact.path,
        line=fact.line,
        column=fact.column,
        end_line=fact.line + len(lines) - 1,
        end_column=end,
        text=written(fact),
        message=message,
    )


def finding(
    code: str,
    message: str,
    fact: Fact,
    related: Iterable[tuple[Fact, str]] = (),
    *,
    expected: str | None = None,
    severity: Severity = "error",
) -> Finding:
    """A finding at a fact, with the other facts that it disagrees with."""
    others = [(other, said) for other, said in related if other is not fact]
    where = place(fact)
    return Finding(
        code=code,
        severity=severity,
        message=message,
        path=where.path,
        line=where.line,
        column=where.column,
        end_line=where.end_line,
        end_column=where.end_column,
        text=where.text,
        related=[place(other, said) for other, said in others],
        expected=expected,
        fingerprint=_fingerprint(code, [fact, *(other for other, _ in others)]),
    )


def _fingerprint(code: str, facts: Iterable[Fact]) -> str:
    """Of what is written, not of where: it outlives other edits of the document."""
    parts = [code]
    for fact in facts:
        parts += [fact.path or "", written(fact), " ".join(fact.sentence.split())]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def written(fact: Fact) -> str:
    """A fact as written, on one line."""
    return " ".join(fact.text.split())


def number(value: Decimal) -> str:
    """A number for a message: grouped, at most six digits behind the point."""
    rounded = round(value, 6 if abs(value) < 1 else 2)
    shown = f"{rounded:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def middle(interval: Interval) -> Decimal | None:
    """The middle of an interval, its end where it is open."""
    if interval.low is None or interval.high is None:
        return interval.low if interval.high is None else interval.high
    return (interval.low + interval.high) / 2
