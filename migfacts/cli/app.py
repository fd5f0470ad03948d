"""The commands, each imported only when it is chosen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from migfacts.cli.problem import FAILED, CommandError, complain, say

#: Each is a module of this folder with an `app`.
COMMANDS: Final = (
    "extract",
    "query",
    "check",
    "facts",
    "validate",
    "diff",
    "explain",
    "schema",
)

HELP: Final = """Numeric facts from prose about migration and humanitarian work.

\b
Examples:
  migfacts extract report.md
  migfacts query "select unit, sum(value) from facts where kind = 'money' group by 1" reports/
"""


class Commands(TyperGroup):
    """The group of all commands."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, None for a wrong option in its place."""
        if cmd_name in COMMANDS:
            command = get_command(import_module(f"migfacts.cli.{cmd_name}").app)
            command.name = cmd_name
            return command
        if ctx.resilient_parsing or cmd_name.startswith("-"):
            return None
        raise CommandError(f"no command {cmd_name!r}; {_instead(cmd_name)}")


def _instead(name: str) -> str:
    """What somebody may have meant who gave a wrong command."""
    from pathlib import Path

    from migfacts.config import nearest

    if Path(name).exists():
        return f"for the facts of a file say migfacts extract {name}"
    return nearest(name, COMMANDS)


app = typer.Typer(
    cls=Commands,
    help=HELP,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from migfacts import __version__

        sys.stdout.write(f"migfacts {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and exit.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options before any command."""


def invoke(arguments: Sequence[str]) -> int:
    """Run the command that the arguments choose and give its exit status.

    CommandError if the command line is wrong, or the command cannot do its job.
    """
    group = get_command(app)
    if not arguments and not _completes():
        context = group.make_context("migfacts", [], resilient_parsing=True)
        say(group.get_help(context))
        return FAILED
    stdout = sys.stdout
    try:
        status = group.main(list(arguments), prog_name="migfacts", standalone_mode=False)
    except SystemExit as end:
        # Completion ends so, and typer when nobody reads its help: it has wrapped stdout then.
        return FAILED if end.code and sys.stdout is stdout else 0
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return complain(_usage(error, arguments[0]))
    return status if isinstance(status, int) else 0


def _completes() -> bool:
    """Say whether it is a shell that asks, to complete a word."""
    return "_MIGFACTS_COMPLETE" in os.environ


def _usage(error: Any, first: str) -> str:
    """What typer says of a wrong command line, with the command whose help says how it is right.

    The classes of its errors moved between its versions; their methods did not.
    """
    context = getattr(error, "ctx", None)
    called = f"migfacts {first}" if first in COMMANDS else "migfacts"
    command = context.command_path if context is not None else called
    said = " ".join(error.format_message().split()).rstrip(".")
    return f"{said[:1].lower()}{said[1:]}; see {command} --help"
