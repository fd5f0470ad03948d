"""Faults of records in one format, told as they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from migfacts.fault import Fault
from migfacts.output.github import command
from migfacts.output.text import severity
from migfacts.output.values import many
from migfacts.output.visible import visible

FORMATS: Final = ("text", "json", "github")


def write(
    form: str, records: Iterable[list[Fault]], *, colour: bool = False, quiet: bool = False
) -> Iterator[str]:
    """What is wrong with each record, piece by piece, in the format of that name.

    Args:
        quiet: leave out the line that ends a text.
    """
    counted = _Counted(records)
    if form == "json":
        yield from _json(counted)
    elif form == "github":
        yield from map(_command, counted)
    else:
        for fault in counted:
            yield _line(fault, colour=colour)
        if not quiet:
            yield counted.told()


class _Counted:
    """The faults of records one by one, and how many of each there were."""

    def __init__(self, records: Iterable[list[Fault]]) -> None:
        self._from = records
        self.records = self.invalid = self.errors = self.warnings = 0

    def __iter__(self) -> Iterator[Fault]:
        for faults in self._from:
            self.records += 1
            errors = sum(fault.severity == "error" for fault in faults)
            self.errors += errors
            self.warnings += len(faults) - errors
            self.invalid += errors > 0
            yield from faults

    def told(self) -> str:
        """The line that ends a report."""
        faults = many(self.errors, "fault") if self.errors else "no fault"
        warnings = f", {many(self.warnings, 'warning')}" if self.warnings else ""
        return f"{faults}{warnings} in {many(self.records, 'record')}\n"


def _line(fault: Fault, *, colour: bool) -> str:
    where = visible(f"{fault.path or 'stdin'}:{fault.line}")
    said = visible(_message(fault))
    return f"{where}: {severity(fault.severity, colour=colour)}: {said}\n"


def _message(fault: Fault) -> str:
    field = "" if fault.field is None else f"{fault.field}: "
    return f"record {fault.record}: {field}{fault.message}"


def _command(fault: Fault) -> str:
    properties = {"file": fault.path or "stdin", "line": str(fault.line), "title": "migfacts"}
    return command(fault.severity, properties, _message(fault))


def _json(counted: _Counted) -> Iterator[str]:
    """One object, its faults one a line, which are written before they are counted."""
    lead = '{"faults": ['
    for fault in counted:
        yield f"{lead}\n{_encoded(fault)}"
        lead = ","
    summary = {
        "records": counted.records,
        "invalid": counted.invalid,
        "errors": counted.errors,
        "warnings": counted.warnings,
    }
    end = "\n]" if lead == "," else '{"faults": []'
    yield f'{end}, "summary": {msgspec.json.encode(summary).decode()}}}\n'


def _encoded(fault: Fault) -> str:
    try:
        return msgspec.json.encode(fault).decode()
    except UnicodeEncodeError:  # the name of a file that is no text
        path = (fault.path or "").encode("utf-8", "replace").decode()
        return msgspec.json.encode(msgspec.structs.replace(fault, path=path)).decode()
