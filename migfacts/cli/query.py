"""`migfacts query`: SQL over the facts of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperCommand

from migfacts.cli import options
from migfacts.fact import FIELDS
from migfacts.kept.patterns import precompiled

if TYPE_CHECKING:
    from migfacts.cli.outputs import Table, Target
    from migfacts.cli.sources import Sources
    from migfacts.output import Row
    from migfacts.sql import Statement

HELP: Final = f"""Ask the facts of documents in SQL.

The facts are the table facts of SQLite, one row each, in order. A PATH may also be a file of facts
that migfacts wrote (.jsonl, .json). The statement can read and compute, and nothing else.

Columns: {", ".join(FIELDS)}.

Whole numbers are INTEGER, so that 7 / 2 is 3 and 7 / 2.0 is 3.5; others are REAL. The lists
concepts and scope are JSON arrays: json_each(concepts).

\b
Examples:
  migfacts query "select kind, count(*) from facts group by kind" reports/
  migfacts extract a.md | migfacts query "select text from facts where value > 1e6"
"""

#: The columns whose numbers are places and no amounts.
_PLACES: Final = ("start", "end", "line", "column", "page")

_COMMENT: Final = precompiled(r"\A--(?=\s)")

Sql = Annotated[str, typer.Argument(metavar="SQL", show_default=False)]
Timeout = Annotated[
    str | None,
    typer.Option(
        "--timeout",
        help="Stop the statement after so many seconds of work [10].",
        metavar="SECONDS",
    ),
]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class _Command(TyperCommand):
    """A command that takes a comment at the beginning of SQL for what it is, no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [_COMMENT.sub(r" \g<0>", each) for each in args])


@app.command(cls=_Command, help=HELP)
def query(
    sql: Sql,
    paths: options.Paths = None,
    form: options.Form = None,
    output: options.Output = None,
    timeout: Timeout = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Wire the options together."""
    from migfacts.cli import outputs, settings, values
    from migfacts.cli.records import FactSources

    statement = _statement(sql)
    seconds = next(iter(values.each("--timeout", timeout, values.seconds)), 10.0)
    to = outputs.targets(output, form)
    run = settings.settle(paths, exclude, lang, as_of)
    read = FactSources(run, stdin_filename, [each.file for each in to if each.file])
    return _write(read, statement, seconds, to, quiet=quiet, no_color=no_color)


def _statement(sql: str) -> Statement:
    from pathlib import Path

    from migfacts.cli.problem import CommandError
    from migfacts.sql import SqlError, Statement

    try:
        return Statement(sql)
    except SqlError as error:
        if 0 < len(sql) < 256 and Path(sql).exists():
            raise CommandError(f"SQL: {sql!r} is a path; the statement comes first") from None
        raise CommandError(f"SQL: {error}") from None


def _write(
    read: Sources,
    statement: Statement,
    seconds: float,
    to: Sequence[Target],
    *,
    quiet: bool,
    no_color: bool,
) -> int:
    """Write the rows of the result, say how many they are, and give the exit status."""
    from migfacts.cli import outputs, terminal
    from migfacts.cli.problem import CommandError
    from migfacts.cli.progress import Progress
    from migfacts.output.values import many
    from migfacts.sql import SqlError

    count = 0

    def counted(rows: Iterable[Row]) -> Iterator[Row]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    try:
        with Progress(read.sizes(), quiet=quiet) as progress:
            names, found = statement.run(read.facts(progress), seconds)
        rows = counted(found) if len(to) == 1 else list(counted(found))
        outputs.deliver(to, _table(names, rows), terminal.look(no_color=no_color))
    except SqlError as error:
        raise CommandError(f"SQL: {error}") from None
    if not quiet:
        terminal.tell(f"{many(count, 'row')} from {many(read.documents, 'document')}")
    return read.status


def _table(names: Sequence[str], rows: Iterable[Row]) -> Table:
    """The result for a format; for reading eyes whole numbers are such as are grouped."""
    amounts = [name not in _PLACES for name in names]

    def readable(row: Row) -> Row:
        return [
            Decimal(value) if is_amount and isinstance(value, int) else value
            for is_amount, value in zip(amounts, row, strict=True)
        ]

    return lambda form: (names, map(readable, rows) if form.brief else rows)
