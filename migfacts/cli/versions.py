"""The two versions that `diff` compares: documents, or the records of their facts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from migfacts.cli.problem import FailedError
from migfacts.cli.records import FactSources
from migfacts.cli.settings import STDIN, Settings
from migfacts.difference import Placed

if TYPE_CHECKING:
    from migfacts.cli.progress import Progress
    from migfacts.fact import Fact


class Version(FactSources):
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
                found += self._facts(file)[0]
            except Exception as error:
                self._failed(error, file)
        if self.status:
            raise FailedError
        names = _within([fact.path or "" for fact in found], self._root)
        return [Placed(fact, names[fact.path or ""]) for fact in found]


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
