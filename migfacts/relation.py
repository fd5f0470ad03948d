"""The relation: what a text says that some of its numbers are to one another."""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

import msgspec

from migfacts.fact import Change, Fact

RelationKind = Literal["total", "share", "partition", "change", "equivalent", "product", "span"]

RELATIONS: Final[tuple[str, ...]] = get_args(RelationKind)


class Relation(msgspec.Struct, kw_only=True, frozen=True, eq=False):
    """Facts of one document and the part that each plays.

    `roles` name the parts: total and parts; whole, part, share; shares; from, to, by; one, other,
    rate; rate, number, total; start, end, length. `complete`: the parts are said to be all.
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
        """The relation as plain Python values; facts by their text and place."""
        roles = {role: [_place(fact) for fact in facts] for role, facts in self.roles.items()}
        return {
            "kind": self.kind,
            "roles": roles,
            "complete": self.complete,
            "direction": self.direction,
            "how": self.how,
        }


def _place(fact: Fact) -> dict[str, Any]:
    names = ("text", "path", "line", "column", "start", "end")
    return {name: getattr(fact, name) for name in names}
