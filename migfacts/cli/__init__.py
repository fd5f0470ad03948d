"""The command line: wiring and exit codes only, one file a command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from migfacts.cli.problem import (
    FAILED,
    INTERRUPTED,
    CommandError,
    FailedError,
    PipeClosedError,
    complain,
    unexpected,
)
from migfacts.kept import patterns


def main() -> NoReturn:
    """Run the command line of this process and end the process."""
    # Start-up builds word tables and drops little: collecting less saves 10 of 100 ms. Ending
    # at once, without taking the tables apart, saves as much again.
    gc.set_threshold(100_000, 20, 100)
    status = run(sys.argv[1:])
    patterns.keep()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            continue  # the stream is closed, and what it was told has been said
    os._exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run a command line, without the name of the program, and give its exit status."""
    try:
        from migfacts.cli.app import invoke

        return invoke(arguments)
    except PipeClosedError:
        return 0
    except FailedError:
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except CommandError as problem:
        return complain(problem)
    except Exception as error:
        return unexpected(error)
