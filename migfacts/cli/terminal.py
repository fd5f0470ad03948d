"""What is known of the terminal that migfacts runs in."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO

from migfacts.cli.problem import say
from migfacts.output import Look


def is_terminal(stream: IO[str] | None) -> bool:
    """Say whether somebody is there to read or to type."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def look(*, no_color: bool) -> Look:
    """How a table on stdout may look: as wide as the terminal, elsewhere 80 columns or COLUMNS."""
    colour = (
        is_terminal(sys.stdout)
        and not no_color
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )
    return Look(width=shutil.get_terminal_size().columns, colour=colour)


def tell(line: str) -> None:
    """Say something to who sits at the terminal, if anybody does."""
    if is_terminal(sys.stderr):
        say(line)
