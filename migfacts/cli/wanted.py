"""Which facts a command line wants, in which order and with which fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from migfacts import query
from migfacts.cli import values
from migfacts.cli.problem import CommandError
from migfacts.cli.values import each, name, number, words
from migfacts.fact import BOUNDS, FIELDS, KINDS, Fact

if TYPE_CHECKING:
    from migfacts.cli.converting import Converting
    from migfacts.cli.outputs import Table
    from migfacts.output import Format, Row

    Given: TypeAlias = Sequence[str] | None


class Wanted(NamedTuple):
    """Filters, sort keys, a limit and fields; what converts facts before any of these."""

    tests: Sequence[query.Test] = ()
    keys: Sequence[query.SortKey] = ()
    limit: int | None = None
    fields: Sequence[str] = ()
    converting: Converting | None = None

    def of(self, facts: Iterable[Fact]) -> Iterable[Fact]:
        """The wanted of the facts, in the order that is wanted; as they come where none is."""
        if self.converting is not None:
            facts = self.converting.of(facts)
        found: Iterable[Fact] = query.select(facts, self.tests)
        if self.keys:
            found = query.arrange(found, self.keys)
        found = islice(found, self.limit)
        return found if self.converting is None else self.converting.counted(found)

    def table(self, facts: Iterable[Fact], *, single: bool) -> Table:
        """Columns and rows for a format; those for reading eyes have columns of their own."""

        def table(form: Format) -> tuple[Sequence[str], Iterable[Row]]:
            if form.brief and not self.fields:
                from migfacts.output import brief

                return brief.FIELDS, (brief.row(fact, single=single) for fact in facts)
            names = self.fields or FIELDS
            return names, map(_values(names), facts)

        return table


def _values(names: Sequence[str]) -> Callable[[Fact], Row]:
    """What gives the values of these fields."""
    get: Callable[[Fact], Any] = attrgetter(*names)
    return get if len(names) > 1 else lambda fact: (get(fact),)


def filters(
    lang: str,
    *,
    kind: Given = None,
    unit: Given = None,
    entity: Given = None,
    bound: Given = None,
    period: Given = None,
    place: Given = None,
    least: str | None = None,
    most: str | None = None,
    where: Given = None,
) -> list[query.Test]:
    """The tests that the options of filters ask for.

    CommandError if a value is wrong.
    """
    tests: list[query.Test] = []
    if kind:
        tests.append(query.kinds(each("--kind", kind, name("kind", KINDS))))
    if bound:
        tests.append(query.bounds(each("--bound", bound, name("bound", BOUNDS))))
    if unit:
        tests.append(query.units(each("--unit", unit, values.unit), lang))
    if entity:
        tests.append(query.entities(each("--entity", entity, words)))
    if place:
        tests.append(query.places(each("--place", place, words)))
    if period:
        tests.append(query.periods(each("--period", period, values.period)))
    tests += [query.at_least(value) for value in each("--min", least, number(lang))]
    tests += [query.at_most(value) for value in each("--max", most, number(lang))]
    return tests + [_condition(each) for each in where or ()]


def _condition(text: str) -> query.Test:
    """The test of a condition in SQL. CommandError if it is wrong, also while it is at work."""
    from migfacts.sql import SqlError, condition

    [holds] = each("--where", text, condition)

    def test(fact: Fact) -> bool:
        try:
            return holds(fact)
        except SqlError as error:
            raise CommandError(f"--where: {error}") from None

    return test


def wanted(
    tests: Sequence[query.Test], sort: Given, limit: str | None, fields: str | None
) -> Wanted:
    """What `--sort`, `--limit` and `--fields` ask for. CommandError if a value is wrong."""
    return Wanted(
        tests,
        each("--sort", sort, values.sort_key),
        next(iter(each("--limit", limit, values.count)), None),
        next(iter(each("--fields", fields, values.field_names)), ()),
    )
