"""The relation: what a text says that some of its numbers are to one another."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Final, Literal, get_args

import msgspec

from migfacts.fact import Change, Fact, FromOne, FromZero, Kind, key, plain, raw

RelationKind = Literal["total", "share", "partition", "change", "equivalent", "product", "span"]

RELATIONS: Final[tuple[str, ...]] = get_args(RelationKind)


_EXAMPLE: Final = {
    "kind": "percent",
    "text": "50 per cent",
    "start": 7,
    "end": 18,
    "path": "june.md",
    "line": 1,
    "column": 8,
    "value": 50,
    "low": None,
    "high": None,
    "unit": "percent",
    "period": "2024",
}


class Part(msgspec.Struct, kw_only=True, frozen=True, gc=False):
    """A fact that plays a part: its number, and its place, which tells it among all facts."""

    kind: Annotated[Kind, key("The kind of the fact.", "count")]
    text: Annotated[str, key("Its text, as written.", "75 tents")]
    start: Annotated[FromZero, key("Where it starts, in code points of the document.", 10)]
    end: Annotated[FromZero, key("Where it ends, exclusive.", 18)]
    path: Annotated[str | None, key("The document; null for stdin.", "reports/june.md")]
    line: Annotated[FromOne, key("Line of the source, from 1.", 1)]
    column: Annotated[FromOne, key("Column in that line, in code points, from 1.", 11)]
    value: Annotated[Decimal | None, key("The number; null for a range and a date.", 75)]
    low: Annotated[Decimal | None, key("Low end of a range, or lower bound.", 10)]
    high: Annotated[Decimal | None, key("High end of a range, or upper bound.", 15)]
    unit: Annotated[str | None, key("The unit, as in the fact.", "USD")]
    period: Annotated[str | None, key("When, as in the fact; of a date, itself.", "2024-09")]


class Record(msgspec.Struct, kw_only=True, frozen=True):
    """A relation as it is written: some numbers of a document, and the part that each plays."""

    kind: Annotated[RelationKind, key("What the numbers are to one another.", "total")]
    roles: Annotated[
        dict[str, list[Part]],
        key(
            "The parts: total and parts; whole, part, share; from, to, by …, and who plays them.",
            {"shares": [_EXAMPLE]},
        ),
    ]
    complete: Annotated[bool, key("Whether the parts are said to be all of them.", True)]
    direction: Annotated[Change | None, key("Whether a change goes up or down.", "up")]
    how: Annotated[str | None, key("What tells variants of a relation apart.", "average")]


class Relation(msgspec.Struct, kw_only=True, frozen=True, eq=False):
    """Facts of one document and the part that each plays.

    `roles` name the parts: total, parts, and less, what was taken from them; whole, part, share;
    shares; from, to, by; one, other, rate; rate, number, total; start, end, length. `complete`:
    the parts are said to be all.
    `how` tells variants of a relation apart.
    """

    kind: RelationKind
    roles: dict[str, list[Fact]]
    complete: bool = False
    direction: Change | None = None
    how: str | None = None

    def one(self, role: str) -> Fact | None:
        """The only fact, or the first, that plays a part; None if none does."""
        facts = self.roles.get(role)
        return facts[0] if facts else None

    def facts(self) -> list[Fact]:
        """All facts of the relation, in the order of the text."""
        found = {id(fact): fact for facts in self.roles.values() for fact in facts}
        return sorted(found.values(), key=lambda fact: (fact.path or "", fact.start))

    def to_dict(self) -> dict[str, Any]:
        """The relation as plain Python values; facts by their text, place and number."""
        return self._written(plain)

    def to_json(self) -> bytes:
        """The relation as one line of JSON: plain numbers, no exponent, every digit."""
        return msgspec.json.encode(self._written(raw))

    def parts(self, value: Any = raw) -> dict[str, list[dict[str, Any]]]:
        """The roles, each fact as the keys of a `Part`, its values as `value` gives them."""
        return {
            role: [{name: value(getattr(fact, name)) for name in _PARTS} for fact in facts]
            for role, facts in self.roles.items()
        }

    def _written(self, value: Any) -> dict[str, Any]:
        own = {name: getattr(self, name) for name in FIELDS}
        return {**own, "roles": self.parts(value)}


#: The keys of a relation as it is written, and those of each fact in it.
FIELDS: Final[tuple[str, ...]] = Record.__struct_fields__
_PARTS: Final[tuple[str, ...]] = Part.__struct_fields__
