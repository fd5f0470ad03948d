"""Relations as rows: whole for programs that nest, one row a fact for tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from migfacts.output.brief import where
from migfacts.relation import FIELDS, Part

if TYPE_CHECKING:
    from migfacts.output import Format, Row
    from migfacts.relation import Relation

_PARTS: Final[tuple[str, ...]] = Part.__struct_fields__
#: The formats in which a relation is one record.
_NESTED: Final = frozenset(("json", "jsonl"))
_FLAT: Final = ("number", "relation", "complete", "direction", "how", "role", *_PARTS)
_BRIEF: Final = ("relation", "role", "text", "where")


def table(
    relations: Iterable[Relation], *, single: bool
) -> Callable[[Format], tuple[Sequence[str], Iterable[Row]]]:
    """Columns and rows for a format; `single` where all are of one document, which goes unnamed."""

    def columns(form: Format) -> tuple[Sequence[str], Iterable[Row]]:
        if form.name in _NESTED:
            return FIELDS, map(_record, relations)
        if form.brief:
            return _BRIEF, (row for each in relations for row in _brief(each, single=single))
        numbered = enumerate(relations, 1)
        return _FLAT, (row for number, each in numbered for row in _flat(number, each))

    return columns


def _record(relation: Relation) -> Any:
    return [relation.parts() if name == "roles" else getattr(relation, name) for name in FIELDS]


def _flat(number: int, relation: Relation) -> Iterator[Row]:
    """One row a fact, with the number of its relation."""
    lead: list[Any] = [number, relation.kind, relation.complete, relation.direction, relation.how]
    for role, facts in relation.roles.items():
        for fact in facts:
            yield [*lead, role, *(getattr(fact, name) for name in _PARTS)]


def _brief(relation: Relation, *, single: bool) -> Iterator[Row]:
    """One row a fact; the relation is named in its first row, a role in the first of its own."""
    name = " ".join(filter(None, (relation.kind, relation.direction)))
    for role, facts in relation.roles.items():
        for fact in facts:
            yield name, role, fact.text, where(fact, single=single)
            name = role = ""
