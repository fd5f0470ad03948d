"""The documents of a command line: files, folders, globs, or stdin."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from migfacts.cli.outputs import flush
from migfacts.cli.problem import FAILED, CommandError, FailedError, complain, unexpected
from migfacts.cli.settings import STDIN, Settings

if TYPE_CHECKING:
    from migfacts.cli.progress import Progress
    from migfacts.documents import Document
    from migfacts.fact import Fact


class Sources:
    """Reads the documents one by one. What cannot be read is said on stderr, and the rest goes on.

    `status` is the exit status so far, `documents` the number of documents that were read. No
    file of `outputs` is read.
    """

    def __init__(
        self, settings: Settings, stdin_filename: str | None, outputs: Sequence[str] = ()
    ) -> None:
        self.status = 0
        self.documents = 0
        self._settings = settings
        self._stdin_filename = stdin_filename
        self._outputs = {_identity(path) for path in outputs} | {_identity("/dev/stdout")}
        self._said: set[str] = set()
        self._files = list(self._found(settings.paths))

    @property
    def is_single(self) -> bool:
        """Say whether there is one document only, so that nobody needs its name."""
        return len(self._files) == 1

    def sizes(self) -> list[int]:
        """The size of each file in bytes; 0 where it is not known."""
        return [_size(file) for file in self._files]

    def facts(self, progress: Progress) -> Iterator[Fact]:
        """The facts of all documents, in order.

        FailedError if no document could be read.
        """
        for at, file in enumerate(self._files):
            try:
                found, length = self._facts(file)
                self.documents += 1
                if not progress.is_shown:
                    yield from found
                    continue
                for fact in found:
                    progress.show(at, min(fact.end / max(length, 1), 1))
                    yield fact
            except Exception as error:
                self._failed(error, file)
            flush()
        if not self.documents and self.status:
            raise FailedError

    def _facts(self, file: Path | None) -> tuple[Iterable[Fact], int]:
        """The facts of a file, and how long the text is that they stand in."""
        return self._found_in(self._read(file))

    def _found_in(self, document: Document) -> tuple[Iterable[Fact], int]:
        from migfacts.pipeline import facts

        found = facts(document, lang=self._settings.lang, as_of=self._settings.as_of)
        return found, len(document.text)

    def _read(self, file: Path | None) -> Document:
        from migfacts import documents

        return documents.read(file) if file is not None else self._document(self._stdin())

    def _stdin(self) -> bytes:
        if sys.stdin is None:
            raise CommandError("stdin is closed; name a file or a folder")
        return sys.stdin.buffer.read()

    def _document(self, data: bytes) -> Document:
        """The document that stands on stdin."""
        from migfacts import documents

        if self._stdin_filename is not None:
            return documents.from_bytes(data, self._stdin_filename)
        return documents.from_text(documents.decode(data, "stdin"))

    def _found(self, paths: Sequence[str]) -> Iterator[Path | None]:
        """The files that the paths stand for, each once; None for stdin."""
        seen: set[str] = set()
        for path in dict.fromkeys(paths):
            if path == STDIN:
                yield None
                continue
            for file in self._walked(path):
                real = os.path.realpath(file)
                if real not in seen and not self._is_output(file, path):
                    seen.add(real)
                    yield file

    def _walked(self, path: str) -> Iterator[Path]:
        from migfacts import documents

        found = False
        try:
            for file in documents.walk([path], self._settings.exclude):
                found = True
                yield file
        except documents.DocumentError as error:
            self._complain(error)
        else:
            if not found:
                suffixes = ", ".join(documents.FORMATS)
                self._complain(f"{path}: no document in it; documents end in {suffixes}")

    def _is_output(self, file: Path, given: str) -> bool:
        """Say whether the command writes this file; in a folder it is passed over."""
        identity = _identity(file)
        if identity is None or identity not in self._outputs:
            return False
        if str(file) == given:
            raise CommandError(f"{given}: would be read and written at once; write another file")
        return True

    def _failed(self, error: Exception, file: Path | None) -> None:
        from migfacts.documents import DocumentError

        if isinstance(error, DocumentError | CommandError):
            self._complain(error)
        else:
            self.status = unexpected(error, "stdin" if file is None else str(file))

    def _complain(self, message: object) -> None:
        if str(message) not in self._said:
            self._said.add(str(message))
            complain(message)
        self.status = FAILED


def _identity(file: str | Path) -> tuple[int, int] | None:
    """What tells a regular file from all others, whatever its name; None for what is none."""
    try:
        found = Path(file).stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _size(file: Path | None) -> int:
    try:
        return file.stat().st_size if file is not None else 0
    except OSError:
        return 0
