"""`migfacts extract`: the facts of documents, filtered, sorted, converted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import typer

from migfacts.cli import options

if TYPE_CHECKING:
    from migfacts.cli.outputs import Target
    from migfacts.cli.sources import Sources
    from migfacts.cli.wanted import Wanted
    from migfacts.fact import Fact

HELP: Final = """Print the numeric facts of documents.

A filter that is given several times keeps what passes any of its values; different filters must
all be passed. --min and --max keep a range if any of it fits. --where asks in the SQL of migfacts
query, whose help names the columns; all conditions must be true.

--to converts the number before anything is filtered or sorted; --unit finds the unit before and
after. Where the factor has no end, twelve digits are kept. A rate of exchange holds from its date
on: a fact takes the rate in force when its period ends, without a period the latest. What nothing
converts is kept, and counted on stderr.

With --relations a record is what the text says that some facts are to one another: total and
parts, whole and share, from and to, one thing in two units. The filters keep the relations of
which at least one fact passes; csv and tsv have one row a fact.

\b
Examples:
  migfacts extract report.md --kind count --entity people --min 1000
  migfacts extract report.md --to km --to EUR --rates rates.csv
  migfacts extract reports/ --where "kind = 'money' and value > 1e9" -o facts.db
  migfacts extract report.md --relations | jq '.roles.parts[]?.text'
  cat speech.txt | migfacts extract --as-of 2024-11-25 --format csv > facts.csv
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(help=HELP)
def extract(
    paths: options.Paths = None,
    kind: options.Kind = None,
    unit: options.Unit = None,
    entity: options.Entity = None,
    bound: options.Bound = None,
    period: options.Period = None,
    place: options.Place = None,
    least: options.Min = None,
    most: options.Max = None,
    where: options.Where = None,
    to: options.To = None,
    rates: options.Rates = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    fields: options.Fields = None,
    relations: options.Relations = False,
    form: options.Form = None,
    output: options.Output = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Wire the options together."""
    from migfacts.cli import converting, outputs, settings, sources, wanted

    run = settings.settle(paths, exclude, lang, as_of)
    tests = wanted.filters(
        run.lang, kind=kind, entity=entity, bound=bound, period=period, place=place,
        least=least, most=most, where=where,
    )  # fmt: skip
    of_unit = wanted.filters(run.lang, unit=unit)
    converts = converting.converting(to, rates, run.lang, of_unit)
    asked = wanted.wanted(tests if converts else [*of_unit, *tests], sort, limit, fields)
    asked = asked._replace(converting=converts)
    goals = outputs.targets(output, form)
    if relations:
        from migfacts.cli.relations import write

        return write(run, stdin_filename, asked, goals, quiet=quiet, no_color=no_color)
    read = sources.Sources(run, stdin_filename, [each.file for each in goals if each.file])
    return _write(read, asked, goals, quiet=quiet, no_color=no_color)


def _write(
    read: Sources, asked: Wanted, to: Sequence[Target], *, quiet: bool, no_color: bool
) -> int:
    """Write the facts that are asked for, say how many they are, and give the exit status."""
    from migfacts.cli import outputs, terminal
    from migfacts.cli.progress import Progress
    from migfacts.output.values import many

    count = 0

    def counted() -> Iterator[Fact]:
        nonlocal count
        for fact in asked.of(read.facts(progress)):
            count += 1
            yield fact

    with Progress(read.sizes(), quiet=quiet or outputs.is_on_screen(to)) as progress:
        facts = counted() if len(to) == 1 else list(counted())
        table = asked.table(facts, single=read.is_single)
        outputs.deliver(to, table, terminal.look(no_color=no_color))
    if not quiet:
        if asked.converting is not None:
            asked.converting.tell()
        terminal.tell(f"{many(count, 'fact')} in {many(read.documents, 'document')}")
    return read.status
