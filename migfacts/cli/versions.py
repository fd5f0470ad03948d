"""The two versions that `diff` compares: documents, or the records of their facts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from migfacts import documents, records
from migfacts.cli.problem import CommandError, FailedError
from migfacts.cli.settings import STDIN, Settings
from migfacts.cli.sources import Sources
from migfacts.difference import Placed

if TYPE_CHECKING:
    from migfacts.cli.progress import Progress
    from migfacts.fact import Fact


class Version(Sources):
    """One version: a file or a folder of documents, a file of records, or stdin."""

    def __init__(
        self, path: str, settings: Settings, stdin_filename: str | None, outputs: Sequence[str]
    ) -> None:
        super().__init__(settings._replace(paths=[path]), stdin_filename, outputs)
        self._root = path if path != STDIN and Path(path).is_dir() else None

    def placed(self, progress: Progress) -> list[Placed]:
        """The facts of the version, each with the path of its document within the version.

        FailedError if a document could not be read: its facts would pass for removed.
        """
        found: list[Fact] = []
        for at, file in enumerate(self._files):
            progress.show(at, 0)
            try:
                found += self._facts(file)
            except records.RecordError as error:
                self._complain(error)
            except Exception as error:
                self._failed(error, file)
        if self.status:
            raise FailedError
        names = _within([fact.path or "" for fact in found], self._root)
        return [Placed(fact, names[fact.path or ""]) for fact in found]

    def _facts(self, file: Path | None) -> Iterator[Fact]:
        from migfacts.pipeline import facts

        name = self._stdin_filename if file is None else str(file)
        data = _stdin() if file is None else _bytes(file)
        if _holds_records(data, name):
            return records.parse(data, name or "stdin")
        document = (
            documents.from_text(documents.decode(data, "stdin"))
            if name is None
            else documents.from_bytes(data, name)
        )
        return facts(document, lang=self._settings.lang, as_of=self._settings.as_of)


def _holds_records(data: bytes, name: str | None) -> bool:
    suffix = PurePath(name or "").suffix.lower()
    return suffix in records.SUFFIXES or (suffix not in documents.FORMATS and records.are_in(data))


def _stdin() -> bytes:
    if sys.stdin is None:
        raise CommandError("stdin is closed; name a file or a folder")
    return sys.stdin.buffer.read()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file}: cannot be read ({error.strerror}); check the file") from None


def _within(paths: Sequence[str], root: str | None) -> dict[str, str]:
    """Each path as it is within its version; nothing where there is one document only."""
    known = sorted(set(paths))
    if root is None and len(known) < 2:
        return dict.fromkeys(known, "")
    try:
        base = root or os.path.commonpath([str(PurePath(path).parent) for path in known])
        return {path: PurePath(os.path.relpath(path, base or ".")).as_posix() for path in known}
    except ValueError:  # of two drives, or one absolute and one not
        return {path: path for path in known}
