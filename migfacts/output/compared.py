"""Differences as rows: nested for JSON, flat for spreadsheets, side by side for reading eyes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast

from msgspec import Raw

from migfacts.output import brief
from migfacts.output.values import plain

if TYPE_CHECKING:
    from migfacts.difference import Difference
    from migfacts.fact import Fact
    from migfacts.output import Row

NESTED: Final = ("status", "fields", "old", "new")
BRIEF: Final = ("change", "kind", "entity", "old", "new", "where")
#: Of each version in a flat row.
_SHOWN: Final = (
    *("kind", "text", "value", "low", "high", "bound", "unit", "per", "entity", "qualifier"),
    *("change", "period", "place", "scope", "statistic", "path", "line", "column", "sentence"),
)
FLAT: Final = (
    "status",
    "fields",
    *(f"{side}_{name}" for name in _SHOWN for side in ("old", "new")),
)
#: Fields that the number with its unit shows already.
_NUMBER: Final = frozenset(("value", "low", "high", "bound", "unit", "per"))


def nested(found: Difference) -> Row:
    """Status, changed fields, and both records whole; null for the one that there is not."""
    sides = (None if fact is None else Raw(fact.to_json()) for fact in (found.old, found.new))
    # Of all values only these hold others; the two formats of JSON write them as they are.
    return cast("Row", (found.status, list(found.fields), *sides))


def flat(found: Difference) -> Row:
    """The same in one row of plain values."""
    cells = (
        None if fact is None else getattr(fact, name)
        for name in _SHOWN
        for fact in (found.old, found.new)
    )
    return (found.status, list(found.fields), *cells)


def row(found: Difference) -> tuple[str, ...]:
    """The columns for reading eyes."""
    fact = found.new or found.old
    kind, entity = (fact.kind, fact.entity or "") if fact is not None else ("", "")
    sides = ("" if each is None else _side(each, found.fields) for each in (found.old, found.new))
    return (found.status, kind, entity, *sides, _where(found))


def _side(fact: Fact, fields: Iterable[str]) -> str:
    """The number with its unit, and whatever else changed: `> 8,500, 2022`."""
    number = f"{brief.value(fact)} {brief.unit(fact)}".strip()
    others = [plain(getattr(fact, name)) or "–" for name in fields if name not in _NUMBER]
    if fact.kind == "date":
        return fact.period or fact.text
    return ", ".join([number or fact.text, *others])


def _where(found: Difference) -> str:
    """The document, and the lines in the old and the new version: `june.md:3 → 5`."""
    lines = " → ".join(str(fact.line) for fact in (found.old, found.new) if fact is not None)
    return f"{found.path}:{lines}" if found.path else lines


def summary(statuses: Iterable[object]) -> str:
    """`2 added, 1 removed, 3 changed`, or that there is no difference."""
    counts = Counter(statuses)
    if not counts:
        return "no differences"
    return ", ".join(f"{counts[name]:,} {name}" for name in ("added", "removed", "changed"))
