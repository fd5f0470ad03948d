"""The documents of a command line: files, folders, globs, or stdin."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from migfacts.cli.outputs import flush
from migfacts.cli.problem import FAILED, Problem, complain, unexpected
from migfacts.cli.terminal import is_terminal

if TYPE_CHECKING:
    from migfacts.cli.progress import Progress
    from migfacts.documents import Document
    from migfacts.fact import Fact

STDIN: Final = "-"


class Sources:
    """Reads the documents one by one. What cannot be read is said on stderr, and the rest goes on.

    `status` is the exit status so far, `documents` the number of documents that were read.
    """

    def __init__(
        self,
        paths: Sequence[str],
        *,
        exclude: Sequence[str] = (),
        stdin_filename: str | None = None,
        outputs: Sequence[str] = (),
    ) -> None:
        self.status = 0
        self.documents = 0
        self._stdin_filename = stdin_filename
        self._outputs = {identity for path in outputs if (identity := _identity(path))}
        self._said: set[str] = set()
        self._files = list(self._found(paths, exclude))

    @property
    def single(self) -> bool:
        """Is there one document only, so that nobody needs its name?"""
        return len(self._files) == 1

    def sizes(self) -> list[int]:
        """The size of each file in bytes; 0 where it is not known."""
        return [0 if file is None else _size(file) for file in self._files]

    def facts(
        self, lang: str, as_of: date | None, progress: Progress | None = None
    ) -> Iterator[Fact]:
        """The facts of all documents, in order."""
        from migfacts.extract import facts
        from migfacts.languages import LanguageError, load

        try:
            load(lang)
        except LanguageError as error:
            raise Problem(error) from None
        for at, file in enumerate(self._files):
            try:
                document = self._read(file)
                self.documents += 1
                for fact in facts(document, lang=lang, as_of=as_of):
                    if progress is not None:
                        progress.show(at, fact.end / len(document.text))
                    yield fact
            except Exception as error:
                self._failed(error, file)
            flush()

    def _read(self, file: Path | None) -> Document:
        from migfacts import documents

        if file is not None:
            return documents.read(file)
        data = sys.stdin.buffer.read()
        name = self._stdin_filename
        if name is not None:
            return documents.from_bytes(data, name)
        return documents.from_text(documents.decode(data, "stdin"))

    def _found(self, paths: Sequence[str], exclude: Sequence[str]) -> Iterator[Path | None]:
        """The files that the paths stand for, each once; None for stdin."""
        seen: set[str] = set()
        for path in dict.fromkeys(paths):
            if path == STDIN:
                yield None
                continue
            found = 0
            for file in self._walked(path, exclude):
                found += 1
                real = os.path.realpath(file)
                if real not in seen and not self._is_output(file, path):
                    seen.add(real)
                    yield file
            if not found and not self.status:
                self._complain(f"{path}: no document found; documents end in {_suffixes()}")

    def _walked(self, path: str, exclude: Sequence[str]) -> Iterator[Path]:
        from migfacts.documents import DocumentError, walk

        try:
            yield from walk([path], exclude)
        except DocumentError as error:
            self._complain(error)

    def _is_output(self, file: Path, given: str) -> bool:
        """Would the command read what it writes? In a folder such a file is passed over."""
        if not self._outputs or _identity(file) not in self._outputs:
            return False
        if str(file) == given:
            raise Problem(f"{given}: is written to and read at once; choose another file to write")
        return True

    def _failed(self, error: Exception, file: Path | None) -> None:
        from migfacts.documents import DocumentError

        if isinstance(error, DocumentError):
            self._complain(error)
        else:
            self.status = unexpected(error, "stdin" if file is None else str(file))

    def _complain(self, message: object) -> None:
        if str(message) not in self._said:
            self._said.add(str(message))
            complain(message)
        self.status = FAILED


def chosen(paths: Sequence[str] | None, configured: Sequence[str]) -> Sequence[str]:
    """The paths that are given, else stdin, else those of the configuration.

    Raises:
        Problem: there is none of these.
    """
    if paths:
        return paths
    if sys.stdin is not None and not is_terminal(sys.stdin):
        return [STDIN]
    if configured:
        return configured
    raise Problem("no path is given, and nothing comes by a pipe; name a file or a folder")


def _suffixes() -> str:
    from migfacts.documents import FORMATS

    return ", ".join(FORMATS)


def _identity(path: str | Path) -> tuple[int, int] | None:
    """What tells a regular file from all others, whatever its name."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if os.path.isfile(path) else None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
