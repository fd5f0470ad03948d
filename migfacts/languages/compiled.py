"""Compiled tables: what a language makes of its word files, kept as Python keeps bytecode.

To read and index twenty thousand words takes 14 of the 40 milliseconds that a command adds to
its imports; to load the finished tables takes 4. They are kept where Python would keep the
bytecode of a module `words` beside the word files, and by its rules (PEP 3147): nothing is
written under `-B` or PYTHONDONTWRITEBYTECODE, PYTHONPYCACHEPREFIX moves the file, and a folder
that cannot be written to is no error. A kept file counts only for the very word files and modules
of this folder of which it was made, by their sizes and times.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final, TypeVar

from migfacts.languages import data

T = TypeVar("T")

#: Of the file that holds the tables of a language.
SUFFIX: Final = ".tables"


class Compiled:
    """The finished tables of one language, of what `marshal` can write: no classes of our own."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._file = _file(lang)
        self._made_of = _made_of(lang)
        kept = _load(self._file, self._made_of)
        #: Were they read, so that none is missing?
        self.are_kept = kept is not None
        self._kept = kept or {}
        self._tables: dict[str, Any] = {}

    def table(self, name: str, make: Callable[[], T]) -> T:
        """The table of that name, as it was kept, else as `make` makes it."""
        if name not in self._tables:
            kept = self._kept.get(name)
            self._tables[name] = make() if kept is None else marshal.loads(kept)
        table: T = self._tables[name]
        return table

    def sections(self, name: str) -> dict[str, list[str]]:
        """The lines of a word file by section."""
        return self.table(f"{name}.txt", lambda: data.sections(self.lang, name))

    def lines(self, name: str) -> list[str]:
        """All lines of a word file."""
        return [line for section in self.sections(name).values() for line in section]

    def keep(self) -> None:
        """Write all tables that were asked for, unless they were read."""
        if self.are_kept or self._file is None or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            tables = {name: marshal.dumps(table) for name, table in self._tables.items()}
            _write(self._file, marshal.dumps((self._made_of, tables)))


def _file(lang: str) -> Path | None:
    """Where the tables of a language are kept; None where Python keeps no bytecode."""
    try:
        return Path(cache_from_source(str(data.HERE / lang / "words.py"))).with_suffix(SUFFIX)
    except NotImplementedError:
        return None


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


def _load(file: Path | None, made_of: list[tuple[str, int, int]]) -> dict[str, bytes] | None:
    """The tables that were kept, each as it was written; None if they are not of these files."""
    if file is None:
        return None
    try:
        kept, tables = marshal.loads(file.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return tables if kept == made_of and isinstance(tables, dict) else None


def _write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: another process may read it meanwhile."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
