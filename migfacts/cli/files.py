"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from migfacts.cli.problem import Problem


class _Draft(NamedTuple):
    """A file in the making: its stream, where it is, and where it will be."""

    stream: BinaryIO
    path: str
    final: str | None


class Files:
    """Files that appear under their names when the block ends well, and never if it does not.

    Each is written under another name in the folder of its own. What is no regular file, such as
    a named pipe, is written to at once.
    """

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    def open(self, name: str) -> Callable[[bytes], None]:
        """A file to write, by the function that is given.

        Raises:
            Problem: it cannot be written.
        """
        path = os.path.realpath(name)
        try:
            draft = self._draft(path)
        except (OSError, ValueError) as error:
            raise Problem(_why(name, error)) from None
        self._drafts.append(draft)

        def write(data: bytes) -> None:
            try:
                draft.stream.write(data)
            except OSError as error:
                raise Problem(_why(name, error)) from None

        return write

    def _draft(self, path: str) -> _Draft:
        try:
            mode = os.stat(path).st_mode
        except FileNotFoundError:
            mode = 0
        if mode and not stat.S_ISREG(mode):
            return _Draft(open(path, "wb"), path, None)
        if mode and not os.access(path, os.W_OK):
            raise PermissionError(13, "permission denied")
        hidden = f".migfacts-{os.getpid()}-{len(self._drafts)}.tmp"
        draft = os.path.join(os.path.dirname(path), hidden)
        stream = open(draft, "wb")
        if mode:
            os.chmod(draft, stat.S_IMODE(mode))
        return _Draft(stream, draft, path)

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
                        os.replace(draft.path, draft.final)
        except OSError as failed:
            name = draft.final or draft.path
            raise Problem(_why(name, failed)) from None
        finally:
            self._clear()

    def _clear(self) -> None:
        for draft in self._drafts:
            if draft.final is not None:
                with suppress(FileNotFoundError):
                    os.unlink(draft.path)


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
