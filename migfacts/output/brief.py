"""A fact in a few columns for reading eyes: what the table and the Markdown table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from migfacts.output.values import grouped

if TYPE_CHECKING:
    from migfacts.fact import Fact

FIELDS: Final = ("kind", "value", "unit", "entity", "period", "where")

_SIGNS: Final = {
    "exact": "",
    "approx": "~",
    "at_least": "≥ ",
    "more_than": "> ",
    "at_most": "≤ ",
    "less_than": "< ",
}
_SHORT: Final = {"percent": "%", "percentage_point": "% points", "basis_point": "bp"}


def row(fact: Fact, *, single: bool) -> tuple[str, ...]:
    """The columns of a fact; `single` where all facts are of one document, which goes unnamed."""
    is_date = fact.kind == "date"
    return (
        fact.kind,
        (fact.period or fact.text) if is_date else value(fact),
        unit(fact),
        fact.entity or "",
        "" if is_date else fact.period or "",
        where(fact, single=single),
    )


def value(fact: Fact) -> str:
    """The number with the sign of its bound: `> 8,500`, `~1,300`, `10–15`, `12 (10–14)`."""
    sign = _SIGNS[fact.bound]
    span = ""
    if fact.low is not None and fact.high is not None:
        span = f"{grouped(fact.low)}–{grouped(fact.high)}"
    if fact.value is None:
        return f"{sign}{span}" if span else ""
    return f"{sign}{grouped(fact.value)}" + (f" ({span})" if span else "")


def unit(fact: Fact) -> str:
    """The unit and what it is counted by: `USD`, `liter/person/day`, `%`."""
    name = fact.unit or ""
    name = _SHORT.get(name, name).replace(" ** 2", "²").replace(" ** 3", "³")
    return f"{name}/{fact.per}".replace(" / ", "/") if fact.per else name.replace(" / ", "/")


def where(fact: Fact, *, single: bool) -> str:
    """The place of a fact in its source: `reports/june.md:12:5`."""
    place = f"{fact.line}:{fact.column}"
    return place if single or fact.path is None else f"{fact.path}:{place}"
