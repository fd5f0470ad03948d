"""What goes wrong, as one line on stderr."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Final

#: The job could not be done.
FAILED: Final = 2
#: Ended by Ctrl-C, as shells count it.
INTERRUPTED: Final = 130


class CommandError(Exception):
    """The job cannot be done. `str` says where, what is wrong and how to mend it, on one line."""


class FailedError(Exception):
    """The job cannot be done, and why has been said."""


class PipeClosedError(Exception):
    """Who reads stdout wants no more; nothing is wrong."""


def complain(message: object) -> int:
    """Print a problem as one line, safe for a terminal, and give the exit status for it."""
    from migfacts.output.visible import visible

    say(f"migfacts: {visible(str(message))}")
    return FAILED


def unexpected(error: BaseException, where: str = "") -> int:
    """Print an error that nobody foresaw, as one line, and give the exit status for it."""
    if os.environ.get("MIGFACTS_DEBUG"):
        say("".join(traceback.format_exception(error)).rstrip())
    place = f"{where}: " if where else ""
    return complain(
        f"{place}unexpected {type(error).__name__}: {error}; this is a defect of migfacts, "
        "please report it with what MIGFACTS_DEBUG=1 prints"
    )


def say(line: str) -> None:
    """Print a line on stderr, if there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except (OSError, UnicodeEncodeError):
        return
