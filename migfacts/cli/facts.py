"""`migfacts facts`: write a facts.toml from documents, or show one."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from migfacts.cli import options

HELP: Final = """Write or show a facts.toml.

\b
Examples:
  migfacts facts init docs/ > facts.toml
  migfacts facts list --facts facts.toml
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None, help=HELP)

File = Annotated[
    str | None, typer.Option("-o", "--output", help="Write this file, not stdout.", metavar="FILE")
]
FactsFile = Annotated[
    str, typer.Option("--facts", help="The facts.toml to show [facts.toml].", metavar="FILE")
]


@app.command()
def init(
    paths: options.Paths = None,
    output: File = None,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
) -> int:
    """Write a facts.toml of the numbers that documents agree on."""
    from migfacts.check import gather
    from migfacts.cli import findings, outputs, settings
    from migfacts.cli.files import Files
    from migfacts.cli.progress import Progress
    from migfacts.registry.starting import starting

    run = settings.settle(paths, exclude, lang, as_of)
    read = findings.Documents(run, stdin_filename, [output] if output else [])
    things = []
    with Progress(read.sizes(), quiet=quiet) as progress:
        for number, document in enumerate(read.each(progress)):
            things += gather(document, number, lang=run.lang, as_of=run.as_of).things
    text = starting(things).encode()
    with Files() as files:
        (files.open(output) if output else outputs._emit)(text)
    outputs.flush()
    return read.status


@app.command(name="list")
def show(facts: FactsFile = "facts.toml") -> int:
    """Show the entries of a facts.toml."""
    from migfacts.cli import findings, outputs

    registry = findings.registry(facts)
    rows = [] if registry is None else [findings.entry_line(each) for each in registry.entries]
    outputs._emit("".join(rows).encode())
    outputs.flush()
    return 0
