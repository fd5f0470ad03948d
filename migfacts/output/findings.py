"""Findings in one format, one file a format; knows nothing of how they were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final, NamedTuple

from migfacts.finding import Finding


class Report(NamedTuple):
    """Findings, with how many documents were read and how many findings a baseline holds.

    `texts` are the documents by path, to show the lines of.
    """

    findings: Sequence[Finding]
    documents: int = 0
    known: int = 0
    texts: Mapping[str | None, str] = {}
    version: str = ""

    @property
    def errors(self) -> int:
        """How many are errors."""
        return sum(each.severity == "error" for each in self.findings)


#: Format -> the module of this folder that writes it.
FORMATS: Final = {
    "text": "text",
    "json": "findings_json",
    "jsonl": "findings_json",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "markdown": "summary",
}
_SUFFIXES: Final = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".md": "markdown",
}


def by_suffix(suffix: str) -> str | None:
    """The format of files with this suffix."""
    return _SUFFIXES.get(suffix.lower())


def write(form: str, report: Report, *, colour: bool = False) -> str:
    """A report in the format of that name."""
    module = import_module(f"migfacts.output.{FORMATS[form]}")
    if form == "text":
        return str(module.write(report, colour=colour))
    if form == "jsonl":
        return str(module.write_lines(report))
    return str(module.write(report))
