"""Which facts a command line wants, in which order and with which fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from migfacts import query
from migfacts.cli import values
from migfacts.fact import BOUNDS, FIELDS, KINDS
from migfacts.output import brief

if TYPE_CHECKING:
    from migfacts.cli.outputs import Table
    from migfacts.fact import Fact
    from migfacts.output import Format, Row


class Wanted(NamedTuple):
    """Filters, sort keys, a limit and fields."""

    tests: Sequence[query.Test] = ()
    keys: Sequence[query.SortKey] = ()
    limit: int | None = None
    fields: tuple[str, ...] | None = None

    def of(self, facts: Iterable[Fact]) -> Iterable[Fact]:
        """The wanted of the facts, in the order that is wanted; as they come where none is."""
        found: Iterable[Fact] = query.select(facts, self.tests)
        if self.keys:
            found = query.arrange(found, self.keys)
        return islice(found, self.limit)

    def table(self, facts: Iterable[Fact], *, single: bool) -> Table:
        """Columns and rows for a format; those for reading eyes have columns of their own."""

        def table(form: Format) -> tuple[Sequence[str], Iterable[Row]]:
            if self.fields is None and form.brief:
                return brief.FIELDS, (brief.row(fact, single=single) for fact in facts)
            names = self.fields or FIELDS
            return names, ([getattr(fact, name) for name in names] for fact in facts)

        return table


#: For each option that filters: how a value is read, and the test for all its values.
_FILTERS: dict[str, tuple[Callable[[str], object], Callable[..., query.Test]]] = {}
