"""`migfacts extract`: the facts of documents, filtered, sorted, converted."""

from __future__ import annotations

from typing import Final

import typer

from migfacts.cli import options

app = typer.Typer(add_completion=False, rich_markup_mode=None)

HELP: Final = """Print the numeric facts of documents.

A filter that is given several times keeps what passes any of its values; different filters must
all be passed. A value of --min and --max is compared with a range if any of the range fits.

\b
Examples:
  migfacts extract report.md --kind count --entity people --min 1000
  cat speech.txt | migfacts extract --as-of 2024-11-25 --format csv > facts.csv
"""


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
    sort: options.Sort = None,
    limit: options.Limit = None,
    fields: options.Fields = None,
    form: options.Format = None,
    output: options.Output = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    from migfacts.cli import wanted
    from migfacts.cli.reading import Reading  
