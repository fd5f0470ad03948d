"""`migfacts validate`: fact records against their schema and against sense."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from migfacts.cli import options

HELP: Final = """Find what is wrong with fact records, as `extract` writes them.

PATH is a file of JSON Lines or of one JSON array, a glob, or - for stdin. Each record is held
against the schema (`migfacts schema fact`) and against sense: its unit and its period exist, its
numbers fit together, its text stands in its document where that is at hand. What a document may
well say, such as a range that runs backwards, is a warning.

Exit status 1 means that a record is invalid; 2, that a file could not be read.

\b
Examples:
  migfacts extract reports/ | migfacts validate -
  migfacts validate facts.jsonl --format github
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def _forms(incomplete: str) -> list[str]:
    from migfacts.output.faults import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


ValidateForm = Annotated[
    str,
    typer.Option("--format", help="text, json or github.", metavar="FORMAT", autocompletion=_forms),
]


@app.command(help=HELP)
def validate(
    paths: options.Paths = None,
    form: ValidateForm = "text",
    lang: options.Lang = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Wire the options together."""
    from migfacts.cli import outputs, terminal
    from migfacts.cli.problem import CommandError
    from migfacts.cli.validation import Records
    from migfacts.config import nearest
    from migfacts.output import faults

    if form not in faults.FORMATS:
        raise CommandError(f"--format: unknown format {form!r}; {nearest(form, faults.FORMATS)}")
    read = Records(paths, lang)
    look = terminal.look(no_color=no_color)
    pieces = faults.write(form, read.faults(), colour=look.colour, quiet=quiet)
    outputs.stream(pieces, escape=form != "text")
    return read.status
