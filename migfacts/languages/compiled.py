"""Compiled tables: what a language makes of its word files, kept as Python keeps bytecode.

To read and index twenty thousand words takes 14 of the 40 milliseconds that a command adds to
its imports; to load the finished tables takes 4. They count only for the very word files and
modules of this folder of which they were made, by their sizes and times.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from typing import Any, Final, TypeVar

from migfacts import kept
from migfacts.languages import data

T = TypeVar("T")

#: Of the file that holds the tables of a language.
SUFFIX: Final = ".tables"


class Compiled:
    """The finished tables of one language, of what `marshal` can write: no classes of our own."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._file = kept.file(data.HERE / lang / "words.py", SUFFIX)
        self._made_of = _made_of(lang)
        tables = kept.load(self._file, self._made_of)
        #: Were they read, so that none is missing?
        self.are_kept = isinstance(tables, dict)
        self._kept: dict[str, bytes] = tables if self.are_kept else {}
        self._tables: dict[str, Any] = {}

    def table(self, name: str, make: Callable[[], T]) -> T:
        """The table of that name, as it was kept, else as `make` makes it."""
        if name not in self._tables:
            table = self._kept.get(name)
            self._tables[name] = make() if table is None else marshal.loads(table)
        found: T = self._tables[name]
        return found

    def sections(self, name: str) -> dict[str, list[str]]:
        """The lines of a word file by section."""
        return self.table(f"{name}.txt", lambda: data.sections(self.lang, name))

    def lines(self, name: str) -> list[str]:
        """All lines of a word file."""
        return [line for section in self.sections(name).values() for line in section]

    def keep(self) -> None:
        """Write all tables that were asked for, unless they were read."""
        if not self.are_kept:
            tables = {name: marshal.dumps(table) for name, table in self._tables.items()}
            kept.keep(self._file, self._made_of, tables)


def _made_of(lang: str) -> list[tuple[str, int, int]]:
    """Name, size and time of every file that has a say in the tables."""
    found = []
    for folder in (data.HERE, data.HERE / "und", data.HERE / lang):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".txt", ".py")):
                    status = entry.stat()
                    found.append((entry.name, status.st_size, status.st_mtime_ns))
    return sorted(found)
