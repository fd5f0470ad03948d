"""Findings as annotations of GitHub Actions: one workflow command a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from migfacts.finding import Finding
    from migfacts.output.findings import Report

_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_VALUE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(report: Report) -> str:
    """One `::error …` or `::warning …` a finding."""
    return "".join(map(_command, report.findings))


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path or "stdin",
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        "col": str(finding.column),
        "endColumn": str(finding.end_column),
        "title": f"migfacts {finding.code}",
    }
    if finding.end_line != finding.line:
        del properties["col"], properties["endColumn"]
    return command(finding.severity, properties, finding.message)


def command(severity: str, properties: Mapping[str, str], message: str) -> str:
    """One annotation: `severity` is error or warning, the properties say of what."""
    listed = ",".join(f"{key}={value.translate(_VALUE)}" for key, value in properties.items())
    return f"::{severity} {listed}::{message.translate(_DATA)}\n"
