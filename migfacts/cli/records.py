"""The facts of a command line that takes documents and fact records alike."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from migfacts import documents, records
from migfacts.cli.problem import CommandError
from migfacts.cli.sources import Sources

if TYPE_CHECKING:
    from migfacts.fact import Fact


class FactSources(Sources):
    """Documents, of which the facts are extracted, and files of records, which hold them.

    A file of records tells itself by its suffix; without one that is known, as stdin does, by its
    beginning. Those in a folder are passed over: they hold the facts of documents beside them.
    """

    def _facts(self, file: Path | None) -> tuple[Iterable[Fact], int]:
        if file is None:
            data, name = self._stdin(), self._stdin_filename or "stdin"
        elif file.suffix.lower() in documents.FORMATS:
            return super()._facts(file)
        else:
            data, name = documents.read_bytes(file), str(file)
        if _holds_records(data, name):
            return _recorded(data, name)
        document = self._document(data) if file is None else documents.from_bytes(data, name)
        return self._found_in(document)


def _holds_records(data: bytes, name: str) -> bool:
    suffix = PurePath(name).suffix.lower()
    if suffix in documents.FORMATS:
        return False
    return suffix in records.SUFFIXES or records.are_in(data)


def _recorded(data: bytes, name: str) -> tuple[Iterable[Fact], int]:
    """All the facts in the data, none if one of them is none, and where the last of them ends."""
    try:
        found = list(records.parse(data, name))
    except records.RecordError as error:
        raise CommandError(error) from None
    return found, max((fact.end for fact in found), default=1)
