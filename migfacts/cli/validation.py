"""The files of records that a command line names, and what is wrong with the records in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from migfacts.cli.problem import FAILED, CommandError, FailedError, complain
from migfacts.cli.settings import STDIN, settle
from migfacts.cli.terminal import is_terminal

if TYPE_CHECKING:
    from migfacts.fault import Fault


class Records:
    """Reads files of records one by one. What cannot be read is said on stderr; the rest goes on.

    `status` is the exit status so far. CommandError where there is nothing to read.
    """

    def __init__(self, paths: Sequence[str] | None, lang: str | None) -> None:
        if not paths and is_terminal(sys.stdin):
            raise CommandError("no path is given and nothing comes by a pipe; name a file")
        run = settle(paths or [STDIN], None, lang, None)
        self.status = 0
        self._lang = run.lang
        self._read = False
        self._files = list(self._found(run.paths))

    def faults(self) -> Iterator[list[Fault]]:
        """The faults of each record of all files. FailedError if no file could be read."""
        for file in self._files:
            try:
                yield from self._faults(file)
                self._read = True
            except OSError as error:
                self._complain(f"{file}: {_why(error)}")
        if not self._read and self.status == FAILED:
            raise FailedError

    def _faults(self, file: Path | None) -> Iterator[list[Fault]]:
        from migfacts.validate import validate

        if file is not None:
            with file.open("rb") as stream:
                yield from self._judged(validate(stream, str(file), self._lang))
        elif sys.stdin is None:
            raise CommandError("stdin is closed; name a file")
        else:
            yield from self._judged(validate(sys.stdin.buffer, None, self._lang))

    def _judged(self, records: Iterator[list[Fault]]) -> Iterator[list[Fault]]:
        for faults in records:
            if any(fault.severity == "error" for fault in faults):
                self.status = self.status or 1
            yield faults

    def _found(self, paths: Sequence[str]) -> Iterator[Path | None]:
        """The files that the paths stand for, each once; None for stdin."""
        from migfacts.documents import DocumentError, walk

        for path in dict.fromkeys(paths):
            if path == STDIN:
                yield None
                continue
            try:
                if path and Path(path).is_dir():
                    self._complain(f"{path}: is a folder; name the files in it: {path}/*.jsonl")
                    continue
                yield from walk([path])
            except (DocumentError, OSError, ValueError) as error:
                self._complain(error)

    def _complain(self, message: object) -> None:
        self.status = complain(message)


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied; make the file readable"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name a file in it"
    return f"cannot be read ({error.strerror}); check the path and the file"
