"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from migfacts.cli.problem import CommandError


def named_file(given: str) -> tuple[str | None, str]:
    """The format and the file of `FORMAT=FILE`; of a file alone there is no format."""
    found = re.fullmatch(r"([a-z]+)=((?s:.+))", given)
    return (found[1], found[2]) if found else (None, given)


class _Draft(NamedTuple):
    """A file in the making: its stream, where it is, and where it will be."""

    stream: BinaryIO
    path: Path
    final: Path | None


class Files:
    """Files that appear under their names when the block ends well, and never if it does not.

    Each is written under another name in the folder of its own. What is no regular file, such as
    a named pipe, is written to at once.
    """

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    def open(self, name: str) -> Callable[[bytes | memoryview], None]:
        """Open a file, give what writes to it; CommandError if it cannot be written."""
        try:
            draft = _draft(Path(name).resolve(), f".migfacts-{os.getpid()}-{len(self._drafts)}.tmp")
        except (OSError, ValueError) as error:
            raise CommandError(_why(name, error)) from None
        self._drafts.append(draft)

        def write(data: bytes | memoryview) -> None:
            try:
                draft.stream.write(data)
            except OSError as error:
                raise CommandError(_why(name, error)) from None

        return write

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            for draft in self._drafts:
                draft.stream.close()
            if error is None:
                for draft in self._drafts:
                    if draft.final is not None:
                        draft.path.replace(draft.final)
        except OSError as failed:
            raise CommandError(_why(str(draft.final or draft.path), failed)) from None
        finally:
            self._clear()

    def _clear(self) -> None:
        for draft in self._drafts:
            if draft.final is not None:
                draft.path.unlink(missing_ok=True)


def _draft(path: Path, hidden: str) -> _Draft:
    """Open the draft of a file beside it, with its mode; what is no regular file, itself."""
    mode = path.stat().st_mode if path.exists() else 0
    if mode and not stat.S_ISREG(mode):
        return _Draft(path.open("wb"), path, None)
    if mode and not os.access(path, os.W_OK):
        raise PermissionError
    draft = path.with_name(hidden)
    stream = draft.open("wb")
    if mode:
        draft.chmod(stat.S_IMODE(mode))
    return _Draft(stream, draft, path)


def _why(name: str, error: Exception) -> str:
    """Say why a file cannot be written, and how to mend it."""
    match error:
        case FileNotFoundError():
            return f"{name}: no such folder; create it first"
        case IsADirectoryError():
            return f"{name}: is a folder; name a file in it"
        case NotADirectoryError():
            return f"{name}: is below a file; name a file in a folder"
        case PermissionError():
            return f"{name}: permission denied; choose a place where you may write"
        case OSError():
            return f"{name}: cannot be written ({error.strerror}); choose another place"
    return f"{name!r}: no file can have this name; choose another"
